package milodex.report;

import java.util.Optional;
import milodex.statistics.Figure;

/// The Sharpe ratio of a run on what the best of all trials shows without skill.
final class LuckPart {

  private static final String TITLE = "Luck of the search";

  private LuckPart() {}

  /// @param luck empty for a run made before its evidence was kept
  static Html of(Optional<LuckReading> luck) {
    return luck.map(LuckPart::of)
        .orElse(
            Html.of(
                "<h3>{}</h3>\n<p>{}</p>\n",
                TITLE,
                Shown.undefined("this run was made before the error of a Sharpe ratio was kept")));
  }

  private static Html of(LuckReading luck) {
    return switch (luck.sharpe()) {
      case Figure.Known _ -> whole(luck);
      case Figure.Undefined(String why) ->
          Html.of(
              "<h3>{}</h3>\n<p>What luck makes of it is {}, after {}.</p>\n",
              TITLE,
              Shown.undefined(why),
              luck.deflation().trials() == 1
                  ? "one trial over these sessions"
                  : Shown.count(luck.deflation().trials()) + " trials over these sessions");
    };
  }

  private static Html whole(LuckReading luck) {
    return Html.of(
        """
        <h3>{}</h3>
        <p class="verdict">{}</p>
        <div class="columns">
        {}<div>{}<p class="note">{}</p></div>
        </div>
        """,
        TITLE,
        says(luck),
        picture(luck),
        terms(luck),
        note(luck));
  }

  /// The finding in plain words.
  private static Html says(LuckReading luck) {
    return switch (luck.verdict()) {
      case LuckReading.Verdict.Unknown(String why) ->
          Html.of("What luck makes of it is {}.", Shown.undefined(why));
      case LuckReading.Verdict.Inside() ->
          Html.of(
              "{} <strong>Inside the luck: it cannot be told from luck.</strong>", compared(luck));
      case LuckReading.Verdict.Beyond() ->
          Html.of("{} <strong>Beyond what luck makes plausible.</strong>", compared(luck));
    };
  }

  private static Html compared(LuckReading luck) {
    int trials = luck.deflation().trials();
    return Html.of(
        "{} without skill would show a Sharpe of {} on average; this run shows {}."
            + " Luck alone shows as much in {} of cases.",
        trials == 1 ? "One trial" : "The best of " + Shown.count(trials) + " trials",
        Shown.plain(luck.deflation().bestByLuck()),
        Shown.plain(luck.sharpe()),
        Shown.percent(luck.chance()));
  }

  private static Html picture(LuckReading luck) {
    return switch (luck.sharpe()) {
      case Figure.Known(double sharpe) ->
          switch (luck.deviation()) {
            case Figure.Known(double deviation) when deviation > 0 ->
                figure(luck, LuckPicture.of(luck, luck.luck(deviation), sharpe));
            case Figure.Known _, Figure.Undefined _ -> Html.EMPTY;
          };
      case Figure.Undefined _ -> Html.EMPTY;
    };
  }

  private static Html figure(LuckReading luck, Html picture) {
    int trials = luck.deflation().trials();
    return Html.of(
        """
        <figure>
        <figcaption>Annual Sharpe: <span class="key run">this run with its 95 % interval</span>, \
        {}<span class="key one">one trial by luck</span></figcaption>
        {}</figure>
        """,
        trials == 1
            ? Html.EMPTY
            : Html.of(
                "<span class=\"key luck\">the best of {} by luck</span>, ", Shown.count(trials)),
        picture);
  }

  private static Html terms(LuckReading luck) {
    return Terms.of()
        .with("Trials over these sessions", Shown.count(luck.deflation().trials()))
        .with("Of them with a Sharpe", Shown.count(luck.deflation().known()))
        .with("Sharpe of this run", Shown.plain(luck.sharpe()))
        .with("95 % interval", interval(luck))
        .with("Best by luck, on average", Shown.plain(luck.deflation().bestByLuck()))
        .with("Luck alone shows as much", Shown.percent(luck.chance()))
        .with(
            "Deflated Sharpe, probability",
            Shown.percent(luck.deflation().deflated().probability()))
        .html("figures");
  }

  private static Html interval(LuckReading luck) {
    return switch (luck.low()) {
      case Figure.Known low -> Html.of("{} to {}", Shown.plain(low), Shown.plain(luck.high()));
      case Figure.Undefined none -> Shown.plain(none);
    };
  }

  private static String note(LuckReading luck) {
    return (luck.deflation().trials() == 1
            ? "No other trial saw these sessions, so nothing is taken off for choosing."
            : "Every trial that saw these sessions counts, failed and killed ones too, as if they"
                + " were independent.")
        + " Without skill a trial is off zero by the error of this run at least. Beyond luck means:"
        + " a deflated probability of 95 % or more, and luck alone in at most 5 % of cases.";
  }
}
