package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.risk.ApprovedOrder;

/// A brokerage that gives no answer, whatever it is asked.
///
/// @param why what is known of its silence
record SilentBroker(String why) implements Brokerage {

  @Override
  public AccountSnapshot account() {
    throw silence();
  }

  @Override
  public List<OrderReport> working() {
    throw silence();
  }

  @Override
  public Optional<OrderReport> find(ClientOrderId order) {
    throw silence();
  }

  @Override
  public OrderReport submit(ApprovedOrder order) {
    throw silence();
  }

  @Override
  public void cancel(ClientOrderId order) {
    throw silence();
  }

  private BrokerUnavailableException silence() {
    return new BrokerUnavailableException(why);
  }
}
