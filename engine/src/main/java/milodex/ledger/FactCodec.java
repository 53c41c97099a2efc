package milodex.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import milodex.strategy.Signal;

/// A fact as canonical JSON, and back.
///
/// The keys are the components of its record, sorted. Whole numbers are JSON numbers; decimals,
/// dates, instants and ids are their text; a wish is `{"enter":{..}}` or `{"exit":{..}}`; what is
/// absent is left out.
public final class FactCodec {

  static final JsonInclude.Value PRESENT =
      JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(TextModule.create())
          .addMixIn(Signal.class, OneOfTheSignals.class)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .withConfigOverride(Optional.class, o -> o.setInclude(PRESENT))
          .build();

  private FactCodec() {}

  /// The canonical JSON of `fact`, in the current version of its type.
  ///
  /// @throws IllegalArgumentException if one of its texts holds half of a surrogate pair
  public static String write(Fact fact) {
    return new String(bytes(fact), UTF_8);
  }

  /// The same text in UTF-8.
  static byte[] bytes(Fact fact) {
    try {
      return JSON.writeValueAsBytes(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a fact that cannot be written: " + e.getOriginalMessage(), e);
    }
  }

  /// The fact that `json` is, stored as `version` of `type`.
  ///
  /// @throws LedgerUnavailableException if this version of Milodex does not know that version
  /// @throws IllegalArgumentException if `json` is no such fact
  public static Fact read(FactType type, int version, String json) {
    if (version != type.version()) {
      throw FactType.unknown(
          "version "
              + version
              + " of '"
              + type.label()
              + "' (the known one is "
              + type.version()
              + ")");
    }
    try {
      return JSON.readValue(json, type.record());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not a fact of the type " + type.label() + ": " + e.getOriginalMessage(), e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes({
    @JsonSubTypes.Type(name = "enter", value = Signal.Enter.class),
    @JsonSubTypes.Type(name = "exit", value = Signal.Exit.class)
  })
  private interface OneOfTheSignals {}
}
