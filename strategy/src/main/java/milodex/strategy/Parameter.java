package milodex.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.market.Symbol;

/// One named, typed and bounded value a template reads.
public sealed interface Parameter {

  /// The key in a strategy file, in snake case.
  String name();

  /// One sentence of what it does.
  String says();

  /// A whole number in `[min, max]`.
  record Whole(String name, int min, int max, int standard, String says) implements Parameter {}

  /// A decimal number in `[min, max]`, exact as written; without a standard one it may be left out
  /// and is then absent.
  record Decimal(
      String name, BigDecimal min, BigDecimal max, Optional<BigDecimal> standard, String says)
      implements Parameter {

    public static Decimal of(String name, String min, String max, String standard, String says) {
      return new Decimal(
          name,
          new BigDecimal(min),
          new BigDecimal(max),
          Optional.of(new BigDecimal(standard)),
          says);
    }

    /// One that may be left out.
    public static Decimal optional(String name, String min, String max, String says) {
      return new Decimal(name, new BigDecimal(min), new BigDecimal(max), Optional.empty(), says);
    }
  }

  /// One word of a list.
  record Choice(String name, List<String> words, String standard, String says)
      implements Parameter {
    public Choice {
      words = List.copyOf(words);
    }
  }

  /// A ticker; absent if it is left out without a standard one, or [#NONE] is written.
  record Ticker(String name, Optional<Symbol> standard, String says) implements Parameter {

    /// What a file says instead of a ticker if there is to be none.
    public static final String NONE = "none";
  }

  /// A date of the calendar.
  record Day(String name, LocalDate standard, String says) implements Parameter {}

  /// One or more whole numbers, each in `[min, max]`; their order says nothing.
  record Wholes(String name, int min, int max, List<Integer> standard, String says)
      implements Parameter {
    public Wholes {
      standard = List.copyOf(standard);
    }
  }
}
