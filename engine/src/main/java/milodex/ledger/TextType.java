package milodex.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import milodex.market.Adjustment;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// A value that JSON keeps as text: `toString` writes it, a parser reads it back.
///
/// @param parse throws IllegalArgumentException or DateTimeException for a text that is none
record TextType<T>(Class<T> type, Function<String, T> parse) {

  static final List<TextType<?>> ALL =
      List.of(
          of(Symbol.class, Symbol::of),
          of(Timeframe.class, Timeframe::parse),
          of(Adjustment.class, Adjustment::parse),
          of(StrategyId.class, StrategyId::parse),
          of(ManifestHash.class, ManifestHash::new),
          of(RunId.class, RunId::new),
          of(ClientOrderId.class, ClientOrderId::new),
          of(Head.class, Head::parse),
          of(HaltScope.class, HaltScope::parse),
          of(HaltMode.class, HaltMode::parse),
          of(Money.class, Money::parse),
          of(Price.class, Price::parse),
          of(Quantity.class, Quantity::parse),
          of(Fraction.class, Fraction::parse),
          of(BigDecimal.class, BigDecimal::new),
          of(double.class, Double::valueOf),
          of(Double.class, Double::valueOf),
          of(LocalDate.class, LocalDate::parse),
          of(Instant.class, Instant::parse));

  private static final Map<Class<?>, TextType<?>> BY_TYPE =
      ALL.stream().collect(Collectors.toMap(TextType::type, text -> text));

  /// The value of this type that `text` is.
  ///
  /// @param type one of these, a text as it is, or an enum
  /// @throws IllegalArgumentException if it is none
  static Object read(Class<?> type, String text) {
    TextType<?> known = BY_TYPE.get(type);
    if (known != null) {
      return known.parse().apply(text);
    }
    if (type == String.class) {
      return text;
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(text)) {
          return constant;
        }
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no " + type.getSimpleName());
  }

  private static <T> TextType<T> of(Class<T> type, Function<String, T> parse) {
    return new TextType<>(type, parse);
  }
}
