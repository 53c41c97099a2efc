package milodex.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.Optional;
import milodex.strategy.Signal;

/// Writes records as canonical JSON, which [RecordReader] reads.
final class RecordWriter {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(values())
          .addMixIn(Signal.class, OneOfTheSignals.class)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .withConfigOverride(
              Optional.class,
              o ->
                  o.setInclude(
                      JsonInclude.Value.construct(
                          JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
          .build();

  private RecordWriter() {}

  /// The JSON of `record` in UTF-8.
  ///
  /// @throws IllegalArgumentException if one of its texts holds half of a surrogate pair
  static byte[] write(Record record) {
    try {
      return JSON.writeValueAsBytes(record);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a "
              + record.getClass().getSimpleName()
              + " that cannot be written: "
              + e.getOriginalMessage(),
          e);
    }
  }

  private static SimpleModule values() {
    SimpleModule module = new SimpleModule("milodex.ledger");
    TextType.ALL.forEach(text -> module.addSerializer(text.type(), ToStringSerializer.instance));
    FieldWriter.addTo(module);
    module.addSerializer(Optional.class, new OptionalWriter());
    return module;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes({
    @JsonSubTypes.Type(name = "enter", value = Signal.Enter.class),
    @JsonSubTypes.Type(name = "exit", value = Signal.Exit.class)
  })
  private interface OneOfTheSignals {}
}
