package milodex.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/// Records of state as JSON, and back: what a fold of a ledger has come to.
///
/// The keys are the components. Values are written as in a fact. No version of it is kept readable:
/// such a text lives as long as the program that wrote it.
public final class StateCodec {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(TextModule.create())
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .withConfigOverride(Optional.class, o -> o.setInclude(FactCodec.PRESENT))
          .build();

  private StateCodec() {}

  /// The JSON of `state`, on one line.
  ///
  /// @throws IllegalArgumentException if it is no record of values that facts are made of
  public static String write(Record state) {
    try {
      return JSON.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("state that cannot be written: " + e.getMessage(), e);
    }
  }

  /// The state that `json` is.
  ///
  /// @throws IllegalArgumentException if `json` is no such state
  public static <T extends Record> T read(String json, Class<T> kind) {
    try {
      return Optional.ofNullable(JSON.readValue(json, kind))
          .orElseThrow(() -> new IllegalArgumentException("not such a state: nothing"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not such a state: " + e.getOriginalMessage(), e);
    }
  }
}
