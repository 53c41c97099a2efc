package milodex.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import milodex.strategy.Alternative;
import milodex.strategy.Reading;

/// Writes the three records of which facts hold most field by field, in the order of their names:
/// the bytes the mapper would write, without its looking into them.
final class FieldWriter<T> extends JsonSerializer<T> {

  private static final SerializableString CHECK = new SerializedString("check");
  private static final SerializableString CODE = new SerializedString("code");
  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString OUTCOME = new SerializedString("outcome");
  private static final SerializableString RANK = new SerializedString("rank");
  private static final SerializableString READINGS = new SerializedString("readings");
  private static final SerializableString REASON = new SerializedString("reason");
  private static final SerializableString RELATION = new SerializedString("relation");
  private static final SerializableString ROW = new SerializedString("row");
  private static final SerializableString SAYS = new SerializedString("says");
  private static final SerializableString SYMBOL = new SerializedString("symbol");
  private static final SerializableString THRESHOLD = new SerializedString("threshold");
  private static final SerializableString VALUE = new SerializedString("value");

  private final Fields<T> fields;

  /// Writes what stands between the braces.
  @FunctionalInterface
  private interface Fields<T> {
    void write(T value, JsonGenerator json) throws IOException;
  }

  private FieldWriter(Fields<T> fields) {
    this.fields = fields;
  }

  static void addTo(SimpleModule module) {
    module.addSerializer(Finding.class, new FieldWriter<>(FieldWriter::finding));
    module.addSerializer(Alternative.class, new FieldWriter<>(FieldWriter::alternative));
    module.addSerializer(Reading.class, new FieldWriter<>(FieldWriter::reading));
  }

  @Override
  public void serialize(T value, JsonGenerator json, SerializerProvider serializers)
      throws IOException {
    object(value, fields, json);
  }

  private static void finding(Finding finding, JsonGenerator json) throws IOException {
    text(CHECK, finding.check(), json);
    text(CODE, finding.code(), json);
    text(OUTCOME, finding.outcome().name(), json);
    json.writeFieldName(ROW);
    json.writeNumber(finding.row());
    text(SAYS, finding.says(), json);
  }

  private static void alternative(Alternative alternative, JsonGenerator json) throws IOException {
    json.writeFieldName(RANK);
    json.writeNumber(alternative.rank());
    json.writeFieldName(READINGS);
    json.writeStartArray();
    for (Reading reading : alternative.readings()) {
      object(reading, FieldWriter::reading, json);
    }
    json.writeEndArray();
    text(REASON, alternative.reason(), json);
    text(SYMBOL, alternative.symbol().ticker(), json);
  }

  private static void reading(Reading reading, JsonGenerator json) throws IOException {
    text(NAME, reading.name(), json);
    text(RELATION, reading.relation(), json);
    text(THRESHOLD, Double.toString(reading.threshold()), json);
    text(VALUE, Double.toString(reading.value()), json);
  }

  private static <T> void object(T value, Fields<T> fields, JsonGenerator json) throws IOException {
    json.writeStartObject();
    fields.write(value, json);
    json.writeEndObject();
  }

  private static void text(SerializableString name, String text, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    json.writeString(text);
  }
}
