package milodex.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// One key and its value, read as the type and within the bounds the reader names.
///
/// Every reading gives empty when the key was left out, and when the value was refused; a refusal
/// is kept as a problem of the file.
public final class Setting {

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,9})");
  private static final Pattern DECIMAL =
      Pattern.compile("-?((0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?|\\.[0-9]{1,12})([eE][-+]?[0-9])?");

  /// No id, symbol or date comes near; a message would repeat it in full.
  private static final int LONGEST = 100;

  private final Section section;
  private final String key;
  private final Optional<Node.Entry> entry;

  Setting(Section section, String key, Optional<Node.Entry> entry) {
    this.section = section;
    this.key = key;
    this.entry = entry;
  }

  /// The key with those of the sections around it: `strategy.risk.max_positions`.
  public String name() {
    return section.nameOf(key);
  }

  public boolean isPresent() {
    return entry.isPresent();
  }

  /// Keeps a problem with this setting; nothing where it was left out.
  ///
  /// @param says goes on after the setting's name: `is above the limit`
  public void report(String says) {
    problem(says).ifPresent(problem -> section.report(problem.position(), problem.says()));
  }

  /// A problem with this setting that the reader may keep as a warning; empty where left out.
  public Optional<Problem> problem(String says) {
    return entry.map(written -> new Problem(written.value().position(), name() + " " + says));
  }

  /// Text that is not blank, without blanks around it.
  public Optional<String> text() {
    return scalar("one text")
        .map(scalar -> scalar.text().strip())
        .filter(text -> check(!text.isEmpty(), "is blank; write a text or remove the key"));
  }

  /// A whole number in `[min, max]`.
  public Optional<Integer> whole(int min, int max) {
    String allowed = "a whole number from " + min + " to " + max;
    return number(allowed, WHOLE)
        .map(Long::valueOf)
        .filter(value -> allow(min <= value && value <= max, value.toString(), allowed))
        .map(Long::intValue);
  }

  /// A decimal number in `[min, max]`, exact as written.
  public Optional<BigDecimal> decimal(BigDecimal min, BigDecimal max) {
    String allowed = "a number from " + min.toPlainString() + " to " + max.toPlainString();
    return number(allowed, DECIMAL)
        .map(BigDecimal::new)
        .filter(
            value ->
                allow(
                    min.compareTo(value) <= 0 && value.compareTo(max) <= 0,
                    value.toString(),
                    allowed));
  }

  /// A decimal number in `[min, max]`, the bounds written as decimals.
  public Optional<BigDecimal> decimal(String min, String max) {
    return decimal(new BigDecimal(min), new BigDecimal(max));
  }

  public Optional<Boolean> flag() {
    return choice(List.of("true", "false")).map(Boolean::valueOf);
  }

  /// One of these words.
  public Optional<String> choice(List<String> words) {
    String allowed = String.join(", ", words);
    return text().filter(text -> allow(words.contains(text), quote(text), allowed));
  }

  /// A date written `2020-12-31`.
  public Optional<LocalDate> date() {
    return as(Setting::toDate);
  }

  /// A text that `parser` understands; the message of its IllegalArgumentException is reported.
  public <T> Optional<T> as(Function<String, T> parser) {
    return text()
        .filter(text -> check(text.length() <= LONGEST, "is longer than any name may be"))
        .flatMap(text -> parse(text, parser));
  }

  /// The key itself, where keys are names of the operator's choice.
  public <T> Optional<T> keyAs(Function<String, T> parser) {
    return parse(key, parser);
  }

  /// The items of a list, each to be read in turn; none where the list was left out.
  public List<Setting> items() {
    List<Setting> items = new ArrayList<>();
    if (entry.isPresent()) {
      switch (entry.get().value()) {
        case Node.Sequence list ->
            list.items().forEach(item -> items.add(item(items.size(), item)));
        case Node.Mapping _ -> report("holds keys; allowed: a list");
        case Node.Scalar scalar -> refuse(scalar, "a list");
      }
    }
    return items;
  }

  /// The items of a list that is not empty.
  public List<Setting> someItems() {
    if (entry.isPresent() && entry.get().value() instanceof Node.Sequence list) {
      check(!list.items().isEmpty(), "is an empty list; write at least one item or remove the key");
    }
    return items();
  }

  /// The keys within; a section without any where this one was left out.
  public Section section() {
    if (entry.isPresent()) {
      switch (entry.get().value()) {
        case Node.Mapping mapping -> {
          return section.inner(key, Optional.of(mapping));
        }
        case Node.Sequence _ -> report("is a list; allowed: keys with values");
        case Node.Scalar scalar -> refuse(scalar, "keys with values");
      }
    }
    return section.inner(key, Optional.empty());
  }

  private Optional<Node.Scalar> scalar(String allowed) {
    if (entry.isPresent()) {
      switch (entry.get().value()) {
        case Node.Sequence _ -> report("is a list; allowed: " + allowed);
        case Node.Mapping _ -> report("holds keys; allowed: " + allowed);
        case Node.Scalar scalar when scalar.isNothing() -> refuse(scalar, allowed);
        case Node.Scalar scalar -> {
          return Optional.of(scalar);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> number(String allowed, Pattern grammar) {
    return scalar(allowed)
        .filter(
            scalar ->
                allow(
                    !scalar.quoted() && grammar.matcher(scalar.text()).matches(),
                    scalar.quoted() ? "the text " + quote(scalar.text()) : quote(scalar.text()),
                    allowed))
        .map(Node.Scalar::text);
  }

  private Setting item(int index, Node item) {
    String place = key + "[" + (index + 1) + "]";
    return new Setting(section, place, Optional.of(new Node.Entry(place, item.position(), item)));
  }

  private <T> Optional<T> parse(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      report("is refused: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static LocalDate toDate(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          quote(text) + " is not a date of the calendar such as 2020-12-31", e);
    }
  }

  private void refuse(Node.Scalar scalar, String allowed) {
    report(
        scalar.isNothing()
            ? "has no value; write one (in quotes if a word is meant) or remove the key"
            : "is " + quote(scalar.text()) + "; allowed: " + allowed);
  }

  private boolean allow(boolean holds, String value, String allowed) {
    return check(holds, "is " + value + "; allowed: " + allowed);
  }

  private boolean check(boolean holds, String says) {
    if (!holds) {
      report(says);
    }
    return holds;
  }

  private static String quote(String text) {
    return "'" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "'";
  }
}
