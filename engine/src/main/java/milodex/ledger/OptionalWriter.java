package milodex.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Optional;

/// Writes what is present; what is absent is empty, so that its key is left out.
@SuppressWarnings("rawtypes") // Jackson finds serializers by raw class
final class OptionalWriter extends JsonSerializer<Optional> {

  @Override
  public boolean isEmpty(SerializerProvider serializers, Optional value) {
    return value.isEmpty();
  }

  @Override
  public void serialize(Optional value, JsonGenerator json, SerializerProvider serializers)
      throws IOException {
    serializers.defaultSerializeValue(value.orElseThrow(), json);
  }
}
