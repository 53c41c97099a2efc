package milodex.strategy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of one strategy: `family.template.variant.vN`, where a template is `tempo.rule`.
///
/// @param template `daily.pullback_rsi2`
/// @param version from 1; a change of template semantics needs a new one
public record StrategyId(String family, String template, String variant, int version)
    implements Comparable<StrategyId> {

  private static final String WORD = "[a-z0-9][a-z0-9_]*";
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?<family>"
              + WORD
              + ")\\.(?<template>"
              + WORD
              + "\\."
              + WORD
              + ")\\.(?<variant>"
              + WORD
              + ")\\.v(?<version>[1-9][0-9]{0,4})");

  /// @throws IllegalArgumentException if a part breaks the grammar
  public StrategyId {
    requireGrammar(family + "." + template + "." + variant + ".v" + version);
  }

  /// The id written in `text`.
  ///
  /// @throws IllegalArgumentException if `text` breaks the grammar
  public static StrategyId parse(String text) {
    Matcher matcher = requireGrammar(text);
    return new StrategyId(
        matcher.group("family"),
        matcher.group("template"),
        matcher.group("variant"),
        Integer.parseInt(matcher.group("version")));
  }

  private static Matcher requireGrammar(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not family.tempo.rule.variant.vN in lower case");
    }
    return matcher;
  }

  /// In the order of their texts: no character of a part comes before the dot that ends it.
  @Override
  public int compareTo(StrategyId other) {
    int order = family.compareTo(other.family);
    order = order != 0 ? order : template.compareTo(other.template);
    order = order != 0 ? order : variant.compareTo(other.variant);
    return order != 0 || version == other.version
        ? order
        : Integer.toString(version).compareTo(Integer.toString(other.version));
  }

  @Override
  public String toString() {
    return family + "." + template + "." + variant + ".v" + version;
  }
}
