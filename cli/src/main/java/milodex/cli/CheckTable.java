package milodex.cli;

import java.util.List;
import milodex.ledger.Finding;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What every check of the risk gate said of one proposal, as a table.
final class CheckTable {

  private CheckTable() {}

  static Table of(List<Finding> findings) {
    Table table =
        Table.of(
            Column.number("#"),
            Column.text("Check"),
            Column.text("Answer"),
            Column.wrapping("Numbers compared, or why it does not apply"));
    for (Finding finding : findings) {
      table.row(
          Cell.of("" + finding.row()),
          Cell.of(finding.check()),
          answer(finding),
          Cell.of(
              finding.code().isEmpty() ? finding.says() : finding.code() + ": " + finding.says()));
    }
    return table;
  }

  private static Cell answer(Finding finding) {
    return switch (finding.outcome()) {
      case CLEAR -> Cell.of("clear", Style.GOOD);
      case BREACH -> Cell.of("BREACH", Style.BAD);
      case ADVISORY -> Cell.of("advisory", Style.FAIR);
      case NOT_APPLICABLE -> Cell.of("n/a", Style.FAINT);
    };
  }
}
