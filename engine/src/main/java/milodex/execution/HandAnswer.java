package milodex.execution;

import java.util.List;
import milodex.ledger.Finding;
import milodex.market.Symbol;
import milodex.risk.Circumstances.SentOrder;

/// What became of an order that the operator asked for.
public sealed interface HandAnswer {

  /// It was sent, and the broker answered.
  ///
  /// @param order as it stands in the books
  record Sent(SentOrder order) implements HandAnswer {}

  /// It was written down as sent, and the broker did not answer: it is UNKNOWN until it does.
  record Unanswered(SentOrder order, String says) implements HandAnswer {}

  /// The gate refused it; nothing was sent.
  record Refused(List<String> codes, List<Finding> findings) implements HandAnswer {
    public Refused {
      codes = List.copyOf(codes);
      findings = List.copyOf(findings);
    }
  }

  /// No price of the symbol is observable now; nothing was written.
  record Unpriced(Symbol symbol) implements HandAnswer {}

  /// Another order was on its way for too long; nothing was written.
  record Missed(String says) implements HandAnswer {}

  /// The broker did not tell of the account, so nothing could be judged; nothing was written.
  record Silent(String says) implements HandAnswer {}
}
