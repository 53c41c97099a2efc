package milodex.broker;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import milodex.ledger.ClientOrderId;
import milodex.risk.ApprovedOrder;

/// A brokerage that remembers how often in a row it gave no answer.
public final class HeardBroker implements Brokerage {

  private final Brokerage real;
  private int silences;
  private String why = "";

  public HeardBroker(Brokerage real) {
    this.real = real;
  }

  /// How often it was asked without an answer since it last gave one.
  public int silences() {
    return silences;
  }

  /// Why it did not answer the last time; empty if it did.
  public String why() {
    return why;
  }

  @Override
  public AccountSnapshot account() {
    return heard(real::account);
  }

  @Override
  public OrderReport submit(ApprovedOrder order) {
    return heard(() -> real.submit(order));
  }

  @Override
  public void cancel(ClientOrderId order) {
    boolean _ =
        heard(
            () -> {
              real.cancel(order);
              return true;
            });
  }

  @Override
  public List<OrderReport> working() {
    return heard(real::working);
  }

  @Override
  public Optional<OrderReport> find(ClientOrderId order) {
    return heard(() -> real.find(order));
  }

  private <T> T heard(Supplier<T> question) {
    try {
      T answer = question.get();
      silences = 0;
      why = "";
      return answer;
    } catch (BrokerUnavailableException e) {
      silences++;
      why = e.why();
      throw e;
    }
  }
}
