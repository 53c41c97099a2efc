package milodex.ledger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a present value as the type named between the brackets; a missing key is empty.
@SuppressWarnings("rawtypes") // Jackson finds deserializers by raw class
final class OptionalReader extends JsonDeserializer<Optional> implements ContextualDeserializer {

  private final @Nullable JavaType content;

  OptionalReader(@Nullable JavaType content) {
    this.content = content;
  }

  @Override
  public OptionalReader createContextual(DeserializationContext context, BeanProperty property) {
    return new OptionalReader(context.getContextualType().containedType(0));
  }

  @Override
  public Optional deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return Optional.of(context.readValue(json, content));
  }

  @Override
  public Optional getAbsentValue(DeserializationContext context) {
    return Optional.empty();
  }
}
