package milodex.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.terminal.Block;
import milodex.terminal.Style;

/// What a command answers: blocks for people, and the same facts as data for programs.
///
/// Built by the command, read once by the console; the parts of the JSON contract have its names.
final class Reply {

  private ExitCode exit = ExitCode.DONE;
  private Optional<String> errorCode = Optional.empty();
  private Optional<String> stage = Optional.empty();
  private Optional<String> dataFreshness = Optional.empty();
  private Optional<String> broker = Optional.empty();
  private String summary = "";
  private final List<String> strategies = new ArrayList<>();
  private final List<Notice> warnings = new ArrayList<>();
  private final List<Notice> blockers = new ArrayList<>();
  private final Map<String, String> refs = new LinkedHashMap<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Data data = Data.of();

  private Reply() {}

  /// Begins an empty reply that says all went well.
  static Reply of() {
    return new Reply();
  }

  Reply exit(ExitCode code) {
    exit = code;
    return this;
  }

  Reply errorCode(String code) {
    errorCode = Optional.of(code);
    return this;
  }

  /// The strategies the reply is about.
  Reply strategy(String id) {
    strategies.add(id);
    return this;
  }

  Reply stage(String name) {
    stage = Optional.of(name);
    return this;
  }

  /// The newest session or instant the data reaches.
  Reply dataFreshness(String newest) {
    dataFreshness = Optional.of(newest);
    return this;
  }

  Reply broker(String name) {
    broker = Optional.of(name);
    return this;
  }

  Reply warn(String code, String says) {
    warnings.add(new Notice(code, says));
    return this;
  }

  Reply blocker(String code, String says) {
    blockers.add(new Notice(code, says));
    return this;
  }

  /// Names something the reply points at, a run or a ledger head for instance.
  Reply ref(String name, String value) {
    refs.put(name, value);
    return this;
  }

  /// One sentence for programs; people read the blocks.
  Reply summary(String sentence) {
    summary = sentence;
    return this;
  }

  /// One sentence for both.
  Reply say(String sentence) {
    return summary(sentence).block(Block.paragraph(sentence));
  }

  Reply block(Block block) {
    blocks.add(block);
    return this;
  }

  Reply data(String name, Data object) {
    data.object(name, object);
    return this;
  }

  /// The data of the reply, to be filled.
  Data data() {
    return data;
  }

  ExitCode exit() {
    return exit;
  }

  Optional<String> errorCode() {
    return errorCode;
  }

  List<String> strategies() {
    return strategies;
  }

  Optional<String> stage() {
    return stage;
  }

  Optional<String> dataFreshness() {
    return dataFreshness;
  }

  Optional<String> broker() {
    return broker;
  }

  List<Notice> warnings() {
    return warnings;
  }

  List<Notice> blockers() {
    return blockers;
  }

  Map<String, String> refs() {
    return refs;
  }

  String summary() {
    return summary;
  }

  /// What people read: the blocks, then blockers, then warnings.
  List<Block> blocks() {
    List<Block> all = new ArrayList<>(blocks);
    blockers.forEach(b -> all.add(Block.paragraph("Blocked: " + b.says(), Style.BAD)));
    warnings.forEach(w -> all.add(Block.paragraph("Warning: " + w.says(), Style.FAIR)));
    return all;
  }
}
