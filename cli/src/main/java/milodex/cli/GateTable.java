package milodex.cli;

import java.util.List;
import java.util.Locale;
import milodex.promotion.Grade;
import milodex.promotion.Judgement;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Status;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What the gate asked for and what was there, line by line.
final class GateTable {

  private GateTable() {}

  static Table of(Judgement judgement) {
    Table table =
        Table.of(
            Column.text("Requirement"),
            Column.text("Answer"),
            Column.wrapping("Required"),
            Column.wrapping("Actual"));
    for (Requirement one : judgement.requirements()) {
      table.row(Cell.of(one.title()), answer(one), Cell.of(one.required()), Cell.of(one.actual()));
    }
    return table;
  }

  static List<Data> data(Judgement judgement) {
    return judgement.requirements().stream()
        .map(
            one ->
                Data.of()
                    .text("title", one.title())
                    .text("kind", word(one.kind()))
                    .text("answer", answer(one).text())
                    .text("required", one.required())
                    .text("actual", one.actual()))
        .toList();
  }

  /// What a grade means, in the words every report uses.
  static String says(Grade grade) {
    return switch (grade) {
      case INVALID -> "a proof failed: no number of this run can be believed";
      case INSUFFICIENT -> "insufficient evidence";
      case REJECT -> "rejected: what was measured is not good enough, or could be luck";
      case CONDITIONAL -> "suggestive, not trustworthy yet";
      case PASS -> "passed: hard to explain by luck";
    };
  }

  static Style style(Grade grade) {
    return switch (grade) {
      case INVALID, REJECT -> Style.BAD;
      case INSUFFICIENT, CONDITIONAL -> Style.FAIR;
      case PASS -> Style.GOOD;
    };
  }

  /// Each line that holds the grade down: `luck: p 0.412, required ≤ p 0.160`.
  static List<String> reasons(Judgement judgement) {
    return judgement.reasons().stream()
        .map(one -> "%s: %s, required %s".formatted(one.title(), one.actual(), one.required()))
        .toList();
  }

  private static Cell answer(Requirement one) {
    return switch (one.status()) {
      case Status.Pass _ -> Cell.of("pass", Style.GOOD);
      case Status.Fail _ ->
          switch (one.kind()) {
            case ADVISORY -> Cell.of("caps", Style.FAIR);
            case INTEGRITY, SUFFICIENCY, MANDATORY -> Cell.of("FAIL", Style.BAD);
          };
      case Status.Missing _ ->
          switch (one.kind()) {
            case ADVISORY -> Cell.of("missing", Style.FAIR);
            case INTEGRITY, SUFFICIENCY, MANDATORY -> Cell.of("MISSING", Style.BAD);
          };
      case Status.NotApplicable(String substitute) -> Cell.of("by " + substitute, Style.FAINT);
    };
  }

  private static String word(Requirement.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
