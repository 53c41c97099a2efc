package milodex.cli;

import java.io.IOException;
import milodex.ledger.Ledger;
import milodex.promotion.Manifest;

/// Writes the manifest of a strategy into the ledger.
final class PromotionFreezeCommand implements Action {

  private String id = "";
  private boolean preview;

  @Override
  public String name() {
    return "freeze";
  }

  @Override
  public Usage usage() {
    return Usage.of("Freeze config, universe, rules and risk policy of a strategy into the ledger.")
        .word("ID", String.class, "The strategy.", it -> id = it)
        .flag("--preview", "Show the hash and change nothing.", () -> preview = true);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Wiring wiring = new Wiring(invocation.workspace());
    Manifest manifest = KnownStrategies.load(wiring, id).manifest();
    Reply reply =
        Reply.of()
            .strategy(manifest.strategy().toString())
            .stage(Stages.of(wiring, manifest.strategy()))
            .ref("manifest", manifest.hash().hash());
    reply.data().text("manifest", manifest.text());
    if (preview) {
      reply.data().flag("frozen", false);
      return reply.say("Would freeze " + id + " as " + manifest.hash() + "; nothing was written.");
    }
    try (Ledger ledger = wiring.ledger()) {
      boolean fresh =
          new Freezing(ledger).freeze(manifest, invocation.environment().clock().instant());
      reply.data().flag("frozen", fresh);
      return reply
          .ref("ledger_head", ledger.head().toString())
          .say(
              fresh
                  ? "Frozen " + id + " as " + manifest.hash() + "."
                  : id + " is frozen as " + manifest.hash() + " already; nothing was written.");
    }
  }
}
