package milodex.cli;

/// The daily routine: what is due on paper, or one session of a rehearsal.
final class RunDailyCommand implements Action {

  private final RehearsalOptions options = new RehearsalOptions();

  @Override
  public String name() {
    return "daily";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Do what is due on paper, report, and say what comes next; made for a timer after the close.",
            "Every session that has closed and whose bars are stored is gone through: before the open books"
                + " and broker are compared, at the open wishes are worked, after the close strategies"
                + " decide.",
            "With --rehearse --from DATE it does the next session of the rehearsal that `strategy run`"
                + " makes of the same options; given again, it does the session after.")
        .with(options.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws Exception {
    if (!options.isRehearsal()) {
      return PaperRunning.daily(invocation, options.paper());
    }
    RehearsalOptions.Asked asked = options.read(invocation);
    Rehearsed rehearsed = Rehearsing.of(invocation, asked, true);
    String name = asked.folder(invocation).name();
    return rehearsed.warnIn(
        asked.strategiesIn(DailyReport.of(invocation, asked.wiring(), name, rehearsed)), name);
  }
}
