package milodex.ledger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import milodex.market.Adjustment;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// The values that JSON keeps as text: `toString` writes them, a parser reads them back.
final class TextModule {

  private TextModule() {}

  static SimpleModule create() {
    SimpleModule module = new SimpleModule("milodex.ledger");
    text(module, Symbol.class, Symbol::of);
    text(module, Timeframe.class, Timeframe::parse);
    text(module, Adjustment.class, Adjustment::parse);
    text(module, StrategyId.class, StrategyId::parse);
    text(module, ManifestHash.class, ManifestHash::new);
    text(module, RunId.class, RunId::new);
    text(module, ClientOrderId.class, ClientOrderId::new);
    text(module, Head.class, Head::parse);
    text(module, HaltScope.class, HaltScope::parse);
    text(module, HaltMode.class, HaltMode::parse);
    text(module, Money.class, Money::parse);
    text(module, Price.class, Price::parse);
    text(module, Quantity.class, Quantity::parse);
    text(module, Fraction.class, Fraction::parse);
    text(module, BigDecimal.class, BigDecimal::new);
    text(module, double.class, Double::valueOf);
    text(module, Double.class, Double::valueOf);
    text(module, LocalDate.class, LocalDate::parse);
    text(module, Instant.class, Instant::parse);
    key(module, StrategyId.class, StrategyId::parse);
    key(module, Symbol.class, Symbol::of);
    FieldWriter.addTo(module);
    module.addSerializer(Optional.class, new OptionalWriter());
    module.addDeserializer(Optional.class, new OptionalReader(null));
    return module;
  }

  private static <T> void key(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addKeyDeserializer(
        type,
        new KeyDeserializer() {
          @Override
          public T deserializeKey(String key, DeserializationContext context) {
            return parse.apply(key);
          }
        });
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(
        type,
        new JsonDeserializer<T>() {
          @Override
          public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            try {
              return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
              throw context.weirdStringException(text, type, e.getMessage());
            }
          }
        });
  }
}
