package milodex.report;

import java.util.Optional;
import milodex.promotion.Judgement;
import milodex.promotion.Overfitting;
import milodex.promotion.Requirement;
import milodex.statistics.Figure;

/// What choosing the best of a family was worth: how the chosen rank where they were not chosen.
final class OverfittingPart {

  private static final String MEASURED = "PBO ";

  private OverfittingPart() {}

  /// @param overfitting empty if the evidence is older than that it was kept
  static Html of(Optional<Overfitting> overfitting, Judgement judgement) {
    return Html.of(
        "<h3>Choosing among its family</h3>\n{}",
        overfitting
            .map(found -> of(found, required(judgement)))
            .orElseGet(() -> sentence(judgement)));
  }

  private static Html of(Overfitting found, String required) {
    return switch (found.pbo()) {
      case Figure.Undefined(String why) -> unmeasured(why);
      case Figure.Known(double pbo) -> measured(found, pbo, required);
    };
  }

  private static Html measured(Overfitting found, double pbo, String required) {
    String says =
        "In %s of %s splits the best of %s trials in one half of the sessions came out at the median of the family or below it in the other half (PBO %s, required %s)."
            .formatted(
                Shown.percent(pbo, 1),
                Shown.count(found.splits()),
                Shown.count(found.trials()),
                Shown.bare(pbo, 2),
                required);
    return Html.of(
        """
        <div class="columns">
        <figure>
        <figcaption>Where the best of one half ranks in the other, by the logit of its rank: \
        <span class="key lost">overfitted</span>, <span class="key won">held up</span></figcaption>
        {}</figure>
        <div><p>{}</p>{}<p class="note">The logit is ln(ω ÷ (1 − ω)) of the relative rank ω: zero at
        the median. Trials that are noise, or nearly alike, give about 0.5 by themselves.</p></div>
        </div>
        """,
        HistogramPicture.aroundZero(
            found.logits(),
            "median of the family",
            Shown.percent(pbo, 1) + " at or below",
            Shown.percent(1 - pbo, 1) + " above",
            says),
        says,
        Terms.of()
            .with("Trials of the family", Shown.count(found.trials()))
            .with("Blocks of sessions", Shown.count(found.blocks()))
            .with("Splits", Shown.count(found.splits()))
            .with("Median logit", Shown.plain(found.medianLogit()))
            .html("figures"));
  }

  private static String required(Judgement judgement) {
    return judgement
        .find(Overfitting.TITLE)
        .map(Requirement::required)
        .map(text -> text.startsWith(MEASURED) ? text.substring(MEASURED.length()) : text)
        .orElse("nothing");
  }

  /// What the requirement alone says of it.
  private static Html sentence(Judgement judgement) {
    return judgement
        .find(Overfitting.TITLE)
        .map(
            one ->
                one.actual().startsWith(MEASURED)
                    ? Html.of(
                        "<p>The best of its family in one half of the sessions falls below the"
                            + " family's median in the other with a probability of {} (PBO);"
                            + " required is {}. How the ranks were spread was not kept.</p>\n",
                        one.actual().substring(MEASURED.length()),
                        one.required())
                    : unmeasured(one.actual()))
        .orElse(Html.EMPTY);
  }

  private static Html unmeasured(String why) {
    return Html.of("<p>The probability of overfitting (PBO) was not measured: {}.</p>\n", why);
  }
}
