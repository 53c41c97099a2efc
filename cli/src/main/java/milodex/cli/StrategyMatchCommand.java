package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.config.ConfigException;
import milodex.ledger.Ledger;
import milodex.strategy.StrategyFile;
import milodex.strategy.Templates;
import milodex.terminal.Block;
import milodex.yaml.Configuration;
import milodex.yaml.YamlReader;

/// Makes the strategy that trades by chance as often and for as long as a run did.
final class StrategyMatchCommand implements Action {

  private String id = "";
  private int seed = 1;
  private boolean write;

  @Override
  public String name() {
    return "match";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Make the random strategy that matches a run.",
            "It has the run's number of trades, their lengths, its sessions, symbols, limits and costs;"
                + " when and what it buys is drawn by the seed. A strategy that is not clearly better than"
                + " many of these has shown luck.")
        .word("RUN", String.class, "The run, or the first digits of its id.", it -> id = it)
        .option(
            "--seed",
            "N",
            Integer.class,
            "What the trades are drawn by, from 0; default: 1.",
            it -> seed = it)
        .flag(
            "--write",
            "Write the file to configs/strategies instead of printing it.",
            () -> write = true);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    if (seed < 0) {
      throw Failure.usage(
          "invalid_seed",
          "A seed is a whole number from 0.",
          seed + " was asked for.",
          "Leave --seed out for the first random strategy, or name another number.");
    }
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs.Run run = RunFinder.find(new Runs(ledger, wiring.artifacts()), id);
      RunRecord record = RunRecord.of(run, wiring.artifacts());
      RunSummary summary = RunNumbers.summary(run);
      Configuration configuration = wiring.configs().load(run.strategy().toString());
      MatchedNull matched = MatchedNull.of(record, summary, configuration, seed);
      requireValid(matched);
      Reply reply = reply(run, matched);
      return write ? write(invocation.workspace(), matched, reply) : print(matched, reply);
    }
  }

  /// Reads the file as every other one is read.
  private static void requireValid(MatchedNull matched) {
    try {
      StrategyFile.read(YamlReader.read(matched.fileName(), matched.yaml()), Templates.shipped());
    } catch (ConfigException e) {
      throw Failure.usage(
          "cannot_match",
          "The run cannot be matched by a random strategy.",
          e.problems().getFirst().says() + ".",
          "Choose another seed with --seed, or another run.");
    }
  }

  private static Reply reply(Runs.Run run, MatchedNull matched) {
    Reply reply = Reply.of().strategy(matched.id().toString()).ref("run", run.id().hash());
    reply
        .data()
        .text("yaml", matched.yaml())
        .text("first_session", matched.first().toString())
        .text("last_session", matched.last().toString())
        .count("trades", matched.holds().size())
        .count("at_once", matched.atOnce());
    return reply;
  }

  private static Reply print(MatchedNull matched, Reply reply) {
    return reply
        .summary("A random strategy of %d trades.".formatted(matched.holds().size()))
        .block(Block.verbatim(matched.yaml()));
  }

  private static Reply write(Workspace workspace, MatchedNull matched, Reply reply)
      throws IOException {
    Path file = workspace.configs().resolve("strategies").resolve(matched.fileName());
    boolean fresh = !Files.exists(file);
    if (fresh) {
      Path part = file.resolveSibling(matched.fileName() + ".part");
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(part, matched.yaml());
      Files.move(part, file);
    } else if (!Files.readString(file).equals(matched.yaml())) {
      throw Failure.usage(
          "file_exists",
          "The file was not written.",
          file + " exists and says something else.",
          "Move it away, or choose another --seed.");
    }
    reply.data().text("file", file.toString()).flag("written", fresh);
    return reply
        .summary((fresh ? "Wrote " : "Nothing was written, there is already ") + file)
        .block(
            Block.paragraph(
                "%s %d trades, at most %d at once:"
                    .formatted(
                        fresh ? "Written, with" : "There already, with",
                        matched.holds().size(),
                        matched.atOnce())))
        .block(Block.verbatim("  configs/strategies/" + matched.fileName()))
        .block(Block.paragraph("Run it over the same sessions:"))
        .block(Block.verbatim("  " + matched.command()));
  }
}
