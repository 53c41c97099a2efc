package milodex.report;

import java.util.List;
import java.util.Optional;
import milodex.promotion.Judgement;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Status;
import milodex.research.KeptEvidence;
import milodex.research.Sensitivity;
import milodex.statistics.Figure;

/// What the gate of promotion said of a run, line by line, and how its neighbours fared.
final class GateAnswerSection {

  private static final String OVERFITTING = "overfitting";

  private GateAnswerSection() {}

  /// @param evidence the newest whose run is this one; empty if the gate was not asked
  static Html of(Optional<KeptEvidence> evidence) {
    return Html.of(
        """
        <section aria-labelledby="promotion">
        <h2 id="promotion">The gate</h2>
        {}</section>
        """,
        evidence
            .map(GateAnswerSection::asked)
            .orElse(Html.of("<p>The gate was not asked yet of this run.</p>\n")));
  }

  private static Html asked(KeptEvidence evidence) {
    Html head =
        Html.of(
            "<p class=\"verdict\"><strong>{}</strong>, by policy {}.</p>\n",
            evidence.fact().grade(),
            evidence.fact().policy());
    return Html.of(
        "{}{}{}",
        head,
        evidence
            .judgement()
            .map(found -> Html.of("{}{}", table(found), overfitting(found)))
            .orElse(Html.of("<p>The evidence package is gone or damaged.</p>\n")),
        evidence.sensitivity().map(GateAnswerSection::neighbours).orElse(Html.EMPTY));
  }

  private static Html table(Judgement judgement) {
    HtmlTable table =
        HtmlTable.of("What was required, and what was there")
            .text("Requirement", "Answer", "Required", "Actual");
    for (Requirement one : judgement.requirements()) {
      table.row(one.title(), answer(one), one.required(), one.actual());
    }
    return table.html();
  }

  private static String answer(Requirement one) {
    return switch (one.status()) {
      case Status.Pass _ -> "pass";
      case Status.Fail _ -> one.kind() == Requirement.Kind.ADVISORY ? "caps" : "FAIL";
      case Status.Missing _ -> one.kind() == Requirement.Kind.ADVISORY ? "missing" : "MISSING";
      case Status.NotApplicable(String substitute) -> "by " + substitute;
    };
  }

  /// What choosing the best of a family is worth, in a sentence.
  private static Html overfitting(Judgement judgement) {
    return judgement
        .find(OVERFITTING)
        .map(
            one ->
                one.actual().startsWith("PBO ")
                    ? Html.of(
                        "<p>The best of its family in one half of the sessions falls below the"
                            + " family's median in the other with a probability of {} (PBO);"
                            + " required is {}.</p>\n",
                        one.actual().substring("PBO ".length()),
                        one.required())
                    : Html.of(
                        "<p>The probability of overfitting (PBO) was not measured: {}.</p>\n",
                        one.actual()))
        .orElse(Html.EMPTY);
  }

  private static Html neighbours(Sensitivity sensitivity) {
    if (sensitivity.cells().isEmpty()) {
      return Html.of("<h3>Its neighbours</h3>\n<p>No parameter is a number.</p>\n");
    }
    List<Figure> all = sensitivity.cells().stream().map(Sensitivity.Cell::sharpe).toList();
    double scale = Math.max(Bar.scale(all), Bar.scale(List.of(sensitivity.sharpe())));
    HtmlTable table =
        HtmlTable.of("The Sharpe out of sample when one parameter moves a little")
            .text("Parameter", "From", "To")
            .numbers("Sharpe");
    table.row("this run", "", "", bar(sensitivity.sharpe(), scale));
    for (Sensitivity.Cell cell : sensitivity.cells()) {
      table.row(Shown.words(cell.parameter()), cell.from(), cell.to(), bar(cell.sharpe(), scale));
    }
    return Html.of(
        "<h3>Its neighbours</h3>\n{}<p class=\"note\">Their median is {} of its own: near one is"
            + " a plateau, near zero a lone peak.</p>\n",
        table.html(),
        Shown.percent(sensitivity.plateau()));
  }

  private static Html bar(Figure sharpe, double scale) {
    return Html.of("{}{}", Shown.plain(sharpe), Bar.of(sharpe, scale));
  }
}
