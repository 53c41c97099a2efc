package milodex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import milodex.backtest.Proof;
import milodex.backtest.Proofs;
import milodex.backtest.RunSummary;

/// The top of the page: what was run, as what it counts, and what speaks against its numbers.
final class Masthead {

  /// Closed trades below which a result says next to nothing.
  private static final int FEW_TRADES = 30;

  private Masthead() {}

  static Html of(RunPage page) {
    return Html.of(
        """
        <header>
        <p class="eyebrow">Milodex backtest, simulated</p>
        <h1>{}</h1>
        <p class="lede">{}</p>
        {}<section class="caveats" aria-labelledby="caveats">
        <h2 id="caveats">Before you read the numbers</h2>
        <ul>
        {}</ul>
        </section>
        </header>
        """,
        Shown.name(page.run().strategy().toString()),
        page.summary().label(page.look()),
        frame(page),
        Html.each(caveats(page), one -> Html.of("<li>{}</li>\n", one)));
  }

  private static Html frame(RunPage page) {
    RunSummary summary = page.summary();
    int looks = page.run().looks();
    Terms terms =
        Terms.of()
            .with(
                "Period",
                Html.of(
                    "<span class=\"unbroken\">{}</span> to <span class=\"unbroken\">{}</span>",
                    summary.text("first_session"),
                    summary.text("last_session")))
            .with(
                "Kind",
                summary.flag("walk_forward")
                    ? page.inputs().text("windows") + " out-of-sample windows"
                    : "in sample, one pass")
            .with(
                "Trial",
                "%d of this workspace%s"
                    .formatted(
                        page.run().trial(), looks > 1 ? ", looked at " + looks + " times" : ""))
            .with("Bars", "grade " + summary.text("data", "grade"))
            .with("Proofs", ProofSection.verdict(summary.proofs()))
            .with("Run", Html.of("<code>{}</code>", page.run().id().brief()));
    String note = page.run().registration().note();
    if (!note.isBlank()) {
      terms.with("Trial note", note);
    }
    return terms.html("frame");
  }

  private static List<Html> caveats(RunPage page) {
    RunSummary summary = page.summary();
    List<Html> caveats = new ArrayList<>();
    summary
        .proofs()
        .flatMap(Proofs::failed)
        .flatMap(Proof::failure)
        .ifPresent(
            failure ->
                caveats.add(
                    strong(
                        "INVALID.",
                        "A proof failed at the close of %s, so that no number is shown: %s."
                            .formatted(failure.session(), failure.says()))));
    page.overridden().ifPresent(one -> caveats.add(strong("OVERRIDDEN.", one.says())));
    if (summary.flag("unlimited")) {
      caveats.add(
          strong("UNLIMITED.", "Every numeric limit was off. This is not how it would trade."));
    }
    if (!summary.flag("walk_forward")) {
      caveats.add(
          strong("In sample.", "The rule may have been made on the very sessions it is shown on."));
    }
    if (!summary.isInvalid()) {
      caveats.addAll(weaknesses(summary));
    }
    if (summary.text("data", "grade").equals("vendor-adjusted")) {
      caveats.add(
          strong("Vendor-adjusted bars.", "Some prices are ones that nobody paid on the day."));
    }
    for (Caveat one : Caveat.ofData(summary)) {
      caveats.add(strong(sentence(Shown.words(one.code())), sentence(one.says())));
    }
    page.luck().ifPresent(luck -> caveats.add(luck(luck)));
    return caveats;
  }

  private static List<Html> weaknesses(RunSummary summary) {
    List<Html> weaknesses = new ArrayList<>();
    int closed = summary.whole("metrics", "trades", "closed");
    if (closed < FEW_TRADES) {
      weaknesses.add(
          strong(
              "Insufficient evidence.",
              "%d closed trades are fewer than %d.".formatted(closed, FEW_TRADES)));
    }
    if (summary.find("fragility").isPresent()
        && summary.flag("fragility", "single_window_dependency")) {
      weaknesses.add(
          strong("Single-window dependency.", "Without one of its windows nothing is left."));
    }
    return weaknesses;
  }

  private static Html luck(LuckReading luck) {
    int trials = luck.deflation().trials();
    return switch (luck.verdict()) {
      case LuckReading.Verdict.Inside() ->
          strong(
              "Inside the luck.",
              "Its Sharpe cannot be told from that of %s without skill."
                  .formatted(
                      trials == 1
                          ? "one trial"
                          : "the best of %s trials".formatted(Shown.count(trials))));
      case LuckReading.Verdict.Beyond() ->
          strong(
              "Luck is counted, and not excluded.",
              "Trials of this workspace are; what was tried elsewhere, and the market's own rise,"
                  + " are not.");
      case LuckReading.Verdict.Unknown(String why) -> strong("Luck is not known.", sentence(why));
    };
  }

  private static Html strong(String what, String says) {
    return Html.of("<strong>{}</strong> {}", what, says);
  }

  private static String sentence(String half) {
    return half.substring(0, 1).toUpperCase(Locale.ROOT) + half.substring(1) + ".";
  }
}
