package milodex.execution;

import milodex.broker.Brokerage;

/// Where orders go.
///
/// @param account the account that our books belong to
/// @param sendLock lets one order at a time be on its way there
public record Destination(Brokerage brokerage, String account, SendLock sendLock) {

  /// One that nobody else sends to.
  public static Destination alone(Brokerage brokerage, String account) {
    return new Destination(brokerage, account, SendLock.alone());
  }
}
