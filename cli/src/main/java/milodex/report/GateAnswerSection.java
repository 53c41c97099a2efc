package milodex.report;

import java.util.Optional;
import milodex.promotion.Judgement;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Status;
import milodex.research.KeptEvidence;

/// What the gate of promotion said of a run, line by line, and what was found and shown beside it.
final class GateAnswerSection {

  private GateAnswerSection() {}

  /// @param evidence the newest whose run is this one; empty if the gate was not asked
  /// @param overridden who answers for the strategy in spite of the gate
  static Html of(Optional<KeptEvidence> evidence, Optional<Overridden> overridden) {
    return Html.of(
        """
        <section aria-labelledby="promotion">
        <h2 id="promotion">The gate</h2>
        {}{}</section>
        """,
        overridden
            .map(one -> Html.of("<p class=\"overridden\">{}</p>\n", one.says()))
            .orElse(Html.EMPTY),
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
            .map(
                found ->
                    Html.of(
                        "{}{}", table(found), OverfittingPart.of(evidence.overfitting(), found)))
            .orElse(Html.of("<p>The evidence package is gone or damaged.</p>\n")),
        Html.of(
            "{}{}",
            evidence
                .sensitivity()
                .map(found -> PlateauPart.of(found, evidence.leastPlateau()))
                .orElse(Html.EMPTY),
            ContextPart.of(evidence.context())));
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
}
