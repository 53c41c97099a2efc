package milodex.simulation;

/// What can go wrong, and how often it does where it could.
public enum Fault {
  SEND_LOST("a submit timed out and the broker never got the order", 0.04),
  ANSWER_LOST("a submit timed out and the broker had taken the order", 0.05),
  ANSWER_LATE("a submit was answered before anything was filled", 0.15),
  OLD_NEWS("the broker told of an order what it had told before", 0.10),
  NOT_SHOWN("the broker did not show yet an order it had", 0.2),
  NO_ANSWER("the broker did not answer a question", 0.04),
  OUTAGE("the broker was away for hours", 0.01),
  DIED_BEFORE("the process died before facts were on the disk", 0.003),
  DIED_AFTER("the process died after facts were on the disk", 0.004),
  DIED_AT_BROKER("the process died after the broker had taken the order", 0.01),
  DISK_REFUSED("the ledger could not be written", 0.002),
  HALTED("the operator tripped the kill switch", 0.003),
  TRADED_BY_HAND("the operator traded by hand", 0.03),
  TRADED_OUTSIDE("somebody traded on the account without us", 0.004),
  STAYED_DOWN("a process that had died stayed down for a while", 0.5);

  private final String says;
  private final double chance;

  Fault(String says, double chance) {
    this.says = says;
    this.chance = chance;
  }

  /// What happened, in words.
  public String says() {
    return says;
  }

  /// The chance that it happens each time it could.
  double chance() {
    return chance;
  }
}
