package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.ledger.Ledger;
import milodex.promotion.Difference;
import milodex.promotion.Manifest;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Table;

/// Shows the frozen manifest, and how the files differ from it now.
final class PromotionManifestCommand implements Action {

  private StrategyId id = StrategyId.parse("a.b.c.d.v1");

  @Override
  public String name() {
    return "manifest";
  }

  @Override
  public Usage usage() {
    return Usage.of("Show the frozen manifest of a strategy, and what the files say differently.")
        .word("ID", StrategyId.class, "The strategy.", it -> id = it);
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Manifest frozen =
          new Freezing(ledger)
              .newest(id)
              .orElseThrow(
                  () ->
                      new Failure(
                          ExitCode.REFUSED,
                          "no_frozen_manifest",
                          "No manifest is frozen for " + id + ".",
                          "The ledger holds none.",
                          "Nothing was done.",
                          "Freeze one with `milodex promotion freeze " + id + "`."));
      Manifest now = wiring.configs().load(id.toString()).manifest();
      Reply reply =
          reply(frozen, Manifest.differences(frozen, now))
              .ref("ledger_head", ledger.head().toString());
      return Stages.tell(reply, ledger, id, invocation);
    }
  }

  private static Reply reply(Manifest frozen, List<Difference> differences) {
    Reply reply =
        Reply.of()
            .strategy(frozen.strategy().toString())
            .ref("manifest", frozen.hash().hash())
            .block(
                KeyValues.of()
                    .with("Strategy", frozen.strategy().toString())
                    .with("Manifest", frozen.hash().hash()))
            .block(Block.paragraph(frozen.text()));
    reply.data().text("manifest", frozen.text());
    if (differences.isEmpty()) {
      return reply.say("The files say the same.");
    }
    Table table =
        Table.of(Column.text("Key"), Column.yielding("Frozen"), Column.yielding("In the files"));
    differences.forEach(one -> table.row(one.key(), text(one.from()), text(one.to())));
    reply
        .data()
        .objects("differences", differences.stream().map(PromotionManifestCommand::data).toList());
    reply
        .exit(ExitCode.REFUSED)
        .errorCode("manifest_drift")
        .block(table)
        .blocker("manifest_drift", differences.size() + " values differ from what was frozen");
    return reply.summary("The files differ from the frozen manifest.");
  }

  private static Data data(Difference difference) {
    Data data = Data.of().text("key", difference.key());
    difference.from().ifPresentOrElse(v -> data.text("frozen", v), () -> data.absent("frozen"));
    difference.to().ifPresentOrElse(v -> data.text("now", v), () -> data.absent("now"));
    return data;
  }

  private static String text(Optional<String> value) {
    return value.orElse("(absent)");
  }
}
