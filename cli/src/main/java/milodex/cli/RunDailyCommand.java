package milodex.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// One session of the daily routine; until a live market can be had, over recorded sessions.
@Command(
    name = "daily",
    description = {
      "Do the next session of frozen strategies, report, and say what is due next.",
      "Before the open books and broker are compared, at the open wishes are worked, after the"
          + " close strategies decide. It goes on with the rehearsal that `strategy run` makes of"
          + " the same options; given again, it does the session after."
    })
final class RunDailyCommand implements Action {

  @Mixin private final RehearsalOptions options = new RehearsalOptions();

  @Override
  public Reply run(Invocation invocation) throws Exception {
    RehearsalOptions.Asked asked = options.read(invocation);
    Rehearsed rehearsed = Rehearsing.of(invocation, asked, true);
    String name = asked.folder(invocation).name();
    return rehearsed.warnIn(
        asked.strategiesIn(DailyReport.of(invocation, asked.wiring(), name, rehearsed)), name);
  }
}
