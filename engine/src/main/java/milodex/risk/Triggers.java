package milodex.risk;

import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.HaltMode;

/// What the kill switch of the account does by itself, for each reason it trips.
///
/// @param dailyLoss when the loss since the previous close passes its limit
/// @param drawdown when the loss since the peak passes its limit
/// @param submitFailures when three orders of a session were rejected or not answered
public record Triggers(HaltMode dailyLoss, HaltMode drawdown, HaltMode submitFailures) {

  /// The modes shipped with the program.
  public static Triggers standard() {
    return new Triggers(HaltMode.REDUCE_ONLY, HaltMode.REDUCE_ONLY, HaltMode.HALT);
  }

  /// The modes by their keys in the policy's file.
  public SortedMap<String, Object> tree() {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("daily_loss", dailyLoss.toString());
    tree.put("drawdown", drawdown.toString());
    tree.put("submit_failures", submitFailures.toString());
    return tree;
  }
}
