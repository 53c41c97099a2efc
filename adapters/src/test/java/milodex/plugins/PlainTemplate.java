package milodex.plugins;

/// The source of the smallest template, with places for what a test wants in it.
final class PlainTemplate {

  private static final String SOURCE =
      """
      package demo;

      import java.util.*;
      import java.util.function.*;
      import milodex.market.*;
      import milodex.strategy.*;

      public record Plain(int days) implements Template {
        public static final List<Parameter> PARAMETERS =
            List.of(new Parameter.Whole("days", 1, 9, 5, "Days."));
        private static final Symbol SPY = Symbol.of("SPY");

        public Plain() {
          this(5);
        }

        public String name() {
          return "daily.plain";
        }

        public Family family() {
          return Family.MEANREV;
        }

        public int rulesVersion() {
          return 1;
        }

        public String says() {
          return "Does nothing.";
        }

        public List<Rule> rules() {
          return List.of(new Rule("meanrev.plain", "Never."));
        }

        public List<Parameter> parameters() {
          return PARAMETERS;
        }

        public Template with(ParameterValues values) {
          return new Plain(values.whole("days"));
        }

        public int lookback() {
          return days + 1;
        }

        public SortedSet<Symbol> alsoReads() {
          return new TreeSet<>();
        }

        public int slots() {
          return 1;
        }

        public Decision decide(Observation seen) {
          //DECIDE
          return Decision.of(List.of(), List.of());
        }
        //MEMBERS
      }
      """;

  private PlainTemplate() {}

  static String source() {
    return SOURCE;
  }

  /// With statements at the begin of its decision.
  static String deciding(String statements) {
    return SOURCE.replace("//DECIDE", statements);
  }

  /// With members beside its own.
  static String having(String members) {
    return SOURCE.replace("//MEMBERS", members);
  }
}
