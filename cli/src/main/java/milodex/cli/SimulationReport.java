package milodex.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import milodex.simulation.Fault;
import milodex.simulation.LifeReport;
import milodex.simulation.Struck;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What a simulation showed: of one seed all that went wrong, of many how often.
final class SimulationReport {

  private static final int MOST_TOLD = 20;

  private SimulationReport() {}

  static Reply of(List<LifeReport> lives) {
    List<LifeReport> failed = lives.stream().filter(life -> !life.holds()).toList();
    Reply reply = Reply.of().broker("SIMULATED").summary(summary(lives, failed));
    if (lives.size() == 1) {
      reply.block(log(lives.getFirst()));
    }
    reply.block(table(lives)).block(counts(lives));
    for (LifeReport life : failed.subList(0, Math.min(failed.size(), MOST_TOLD))) {
      reply.block(broken(life));
    }
    reply.block(Block.paragraph(summary(lives, failed), failed.isEmpty() ? Style.GOOD : Style.BAD));
    if (!failed.isEmpty()) {
      reply.exit(ExitCode.INTEGRITY).errorCode("invariant_broken");
    }
    data(reply, lives, failed);
    return reply;
  }

  private static String summary(List<LifeReport> lives, List<LifeReport> failed) {
    int sessions = sum(lives, LifeReport::sessions);
    return failed.isEmpty()
        ? "All invariants hold in %,d sessions of %,d %s."
            .formatted(sessions, lives.size(), lives.size() == 1 ? "seed" : "seeds")
        : "INVARIANTS ARE BROKEN in %,d of %,d seeds.".formatted(failed.size(), lives.size());
  }

  private static Block log(LifeReport life) {
    Table table = Table.of(Column.text("When"), Column.wrapping("What went wrong"));
    for (Struck struck : life.faults()) {
      String detail = struck.detail().isEmpty() ? "" : ": " + struck.detail();
      table.row(struck.moment(), struck.fault().says() + detail);
    }
    return Block.section("What went wrong, seed " + life.seed(), table);
  }

  private static KeyValues table(List<LifeReport> lives) {
    KeyValues table =
        KeyValues.of()
            .with("Seeds", seeds(lives))
            .with("Sessions", "%,d".formatted(sum(lives, LifeReport::sessions)))
            .with("Processes started", "%,d".formatted(sum(lives, LifeReport::restarts)))
            .with("Orders at the broker", "%,d".formatted(sum(lives, LifeReport::orders)))
            .with("Fills booked", "%,d".formatted(sum(lives, LifeReport::fills)));
    if (lives.size() == 1) {
      table.with("Ledger head", lives.getFirst().head().toString());
    }
    return table;
  }

  private static String seeds(List<LifeReport> lives) {
    return lives.size() == 1
        ? "" + lives.getFirst().seed()
        : lives.getFirst().seed() + " to " + lives.getLast().seed();
  }

  private static Block counts(List<LifeReport> lives) {
    Table table = Table.of(Column.number("Times"), Column.wrapping("What went wrong"));
    faults(lives).forEach((fault, count) -> table.row("%,d".formatted(count), fault.says()));
    return table;
  }

  private static Block broken(LifeReport life) {
    return Block.section(
        "BROKEN with seed %d, by faults of %s to %s".formatted(life.seed(), life.from(), life.to()),
        Block.paragraph(
            String.join("; ", life.broken())
                + ". See it with `milodex simulate --seed %d --days %d`."
                    .formatted(life.seed(), life.sessions()),
            Style.BAD));
  }

  private static Map<Fault, Integer> faults(List<LifeReport> lives) {
    Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    lives.forEach(life -> life.faults().forEach(one -> counts.merge(one.fault(), 1, Integer::sum)));
    return counts;
  }

  private static void data(Reply reply, List<LifeReport> lives, List<LifeReport> failed) {
    Data faults = Data.of();
    faults(lives)
        .forEach((fault, count) -> faults.count(fault.name().toLowerCase(Locale.ROOT), count));
    reply
        .data()
        .count("seed", lives.getFirst().seed())
        .count("seeds", lives.size())
        .count("sessions", sum(lives, LifeReport::sessions))
        .count("starts", sum(lives, LifeReport::restarts))
        .count("orders", sum(lives, LifeReport::orders))
        .count("fills", sum(lives, LifeReport::fills))
        .object("faults", faults)
        .objects("failed", failed.stream().map(SimulationReport::failed).toList());
    if (lives.size() == 1) {
      reply
          .data()
          .text("head", lives.getFirst().head().toString())
          .texts("log", lives.getFirst().faults().stream().map(Struck::toString).toList());
    }
  }

  private static Data failed(LifeReport life) {
    return Data.of()
        .count("seed", life.seed())
        .text("from", life.from().toString())
        .text("to", life.to().toString())
        .texts("broken", life.broken())
        .texts("log", life.faults().stream().map(Struck::toString).toList());
  }

  private static int sum(List<LifeReport> lives, ToIntFunction<LifeReport> of) {
    return lives.stream().mapToInt(of).sum();
  }
}
