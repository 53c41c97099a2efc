package milodex.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A reply as the one JSON object of the contract (`schema/reply.schema.json`).
final class JsonReply {

  /// Raised when a field changes its meaning or goes; new fields leave it as it is.
  private static final int SCHEMA_VERSION = 1;

  private final JsonGenerator json;

  private JsonReply(JsonGenerator json) {
    this.json = json;
  }

  /// The object in one line, without a line end.
  ///
  /// @param command the words of the command, without options
  /// @param at when the reply was made
  static String of(String command, Instant at, Reply reply) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      new JsonReply(json).write(command, at, reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(String command, Instant at, Reply reply) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schema_version", SCHEMA_VERSION);
    json.writeStringField("command", command);
    json.writeStringField("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
    json.writeStringField("status", reply.exit().status());
    json.writeNumberField("exit_code", reply.exit().number());
    optional("error_code", reply.errorCode());
    json.writeArrayFieldStart("strategies");
    for (String strategy : reply.strategies()) {
      json.writeString(strategy);
    }
    json.writeEndArray();
    optional("stage", reply.stage());
    optional("data_freshness", reply.dataFreshness());
    optional("broker", reply.broker());
    notices("warnings", reply.warnings());
    notices("blockers", reply.blockers());
    json.writeObjectFieldStart("refs");
    for (Map.Entry<String, String> ref : reply.refs().entrySet()) {
      json.writeStringField(ref.getKey(), ref.getValue());
    }
    json.writeEndObject();
    json.writeStringField("summary", reply.summary());
    json.writeFieldName("data");
    fields(reply.data());
    json.writeEndObject();
  }

  private void optional(String name, Optional<String> text) throws IOException {
    json.writeFieldName(name);
    if (text.isPresent()) {
      json.writeString(text.get());
    } else {
      json.writeNull();
    }
  }

  private void notices(String name, List<Notice> notices) throws IOException {
    json.writeArrayFieldStart(name);
    for (Notice notice : notices) {
      json.writeStartObject();
      json.writeStringField("code", notice.code());
      json.writeStringField("says", notice.says());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void fields(Data data) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Value> field : data.values().entrySet()) {
      json.writeFieldName(field.getKey());
      value(field.getValue());
    }
    json.writeEndObject();
  }

  private void value(Value value) throws IOException {
    switch (value) {
      case Value.Text(String text) -> json.writeString(text);
      case Value.Whole(long number) -> json.writeNumber(number);
      case Value.Real(double number) -> json.writeNumber(number);
      case Value.Flag(boolean flag) -> json.writeBoolean(flag);
      case Value.Nothing() -> json.writeNull();
      case Value.Fields(Data data) -> fields(data);
      case Value.Items(List<Value> items) -> {
        json.writeStartArray();
        for (Value item : items) {
          value(item);
        }
        json.writeEndArray();
      }
    }
  }
}
