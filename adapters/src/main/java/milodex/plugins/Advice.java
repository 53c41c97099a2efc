package milodex.plugins;

import java.util.List;
import java.util.regex.Pattern;

/// What to do instead of reaching something a rule may not.
///
/// @param reached what it is about, as a class or member is written in messages
record Advice(Pattern reached, String says) {

  private static final List<Advice> ALL =
      List.of(
          advice(
              ".*\\.(now|systemDefault\\w*)\\(.*|java\\.lang\\.System\\.(nanoTime|currentTime).*"
                  + "|java\\.time\\.(Clock|InstantSource).*|java\\.util\\.(Date|Calendar).*",
              "a rule has no clock; take session or asOf of its Observation"),
          advice(
              ".*[rR]andom.*|.*UUID.*|.*shuffle.*|.*[pP]robablePrime.*",
              "chance needs a seed, so that a run can be repeated; take new Random(seed)"),
          advice(
              "java\\.util\\.(Hash|Weak|Identity|Set\\.|Map\\.|stream\\.Collectors).*"
                  + "|.*\\.(hashCode|hash|identityHashCode|toIdentityString)\\(.*",
              "hashing may order things differently at each start; take TreeMap, TreeSet, "
                  + "LinkedHashMap, EnumMap or List, and records, which compare by value"),
          advice(
              "java\\.lang\\.String\\.(format|formatted|toLowerCase|toUpperCase)\\(.*",
              "it depends on the language of the machine; give it Locale.ROOT"),
          advice(
              "java\\.(io|nio|net|sql)\\..*|javax\\..*|java\\.lang\\.(Process|Runtime).*",
              "a rule reads no file, network or process; all it may know is in its Observation"),
          advice(
              "java\\.lang\\.(Thread|InheritableThread).*|java\\.util\\.concurrent\\..*"
                  + "|.*\\.(parallel\\w*|wait|notify\\w*)\\(.*|.*Timer.*",
              "a rule runs on one thread; do it in sequence"),
          advice(
              "java\\.lang\\.(System|\\w+\\.get(Property|Integer|Long|Boolean)).*",
              "a rule cannot see the machine it runs on; make it a parameter"),
          advice(
              "java\\.lang\\.(reflect|invoke|runtime|Class|Module|foreign|StackWalker).*|sun\\..*"
                  + "|jdk\\..*|java\\.util\\.ServiceLoader.*",
              "a rule uses no reflection; name the class and method in the source"),
          advice(
              "milodex\\.market\\.BarWindow\\.known\\(.*",
              "a rule keeps no numbers between decisions; it reads them from the window anew"),
          advice(
              "milodex\\..*",
              "a rule sees only milodex.market, milodex.indicator and milodex.strategy"));

  /// What to do instead of using `reached`.
  static String on(String reached) {
    String named = reached.startsWith("new ") ? reached.substring(4) : reached;
    return ALL.stream()
        .filter(advice -> advice.reached.matcher(named).matches())
        .map(Advice::says)
        .findFirst()
        .orElse("it is not among what a rule may use; do without it");
  }

  private static Advice advice(String reached, String says) {
    return new Advice(Pattern.compile(reached), says);
  }
}
