package milodex.cli;

/// Runs frozen strategies: on paper, or over recorded sessions.
final class StrategyRunCommand implements Action {

  private final RehearsalOptions options = new RehearsalOptions();

  @Override
  public String name() {
    return "run";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Trade on paper with strategies that were promoted to it, on end-of-day bars.",
            "The brokerage is SIMULATED and embedded. A session is gone through once it has closed and"
                + " its bars are stored: wishes are filled at its open, and strategies decide on its close."
                + " Import or fetch bars after the close; the command waits for them until you stop it. Ctrl-C asks"
                + " how.",
            "With --rehearse --from DATE: the whole paper path over recorded sessions of the past. The"
                + " clock steps from moment to moment, or waits for each with --speed N. Killed anywhere,"
                + " the same command goes on. At the end every fact is compared with a backtest of the same"
                + " sessions. It tests the machinery and is no evidence of skill.")
        .with(options.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws Exception {
    if (!options.isRehearsal()) {
      return PaperRunning.run(invocation, options.paper());
    }
    RehearsalOptions.Asked asked = options.read(invocation);
    Rehearsed rehearsed = Rehearsing.of(invocation, asked, false);
    Reply reply =
        switch (rehearsed) {
          case Rehearsed.Whole whole -> RehearsalReport.of(whole.rehearsing());
          case Rehearsed.Left left -> LeftReport.of(invocation, asked.wiring(), left);
        };
    return rehearsed.warnIn(asked.strategiesIn(reply), asked.folder(invocation).name());
  }
}
