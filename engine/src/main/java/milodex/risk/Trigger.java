package milodex.risk;

import milodex.ledger.HaltMode;

/// What trips the kill switch by itself.
///
/// Each but the first three is trouble that is put on record as often as it is found, and trips
/// when it was found so many times within so many sessions, the one it is found in included. The
/// policy says how many: [Threshold].
public enum Trigger {
  /// The account has lost more than its limit since the previous close.
  DAILY_LOSS("daily_loss", "daily_loss_cap_exceeded", HaltMode.REDUCE_ONLY),
  /// The account has lost more than its limit since its peak.
  DRAWDOWN("drawdown", "drawdown_limit_exceeded", HaltMode.REDUCE_ONLY),
  /// Orders of one session were rejected or not answered.
  SUBMIT_FAILURES("submit_failures", "submit_failures", HaltMode.HALT),
  /// Books and broker differ, one session after the other.
  RECONCILE_MISMATCH("reconcile_mismatch", "reconcile_mismatch", HaltMode.REDUCE_ONLY),
  /// The broker does not answer, however often it is asked and for how long.
  BROKER_LOST("broker_lost", "broker_lost", HaltMode.REDUCE_ONLY),
  /// A symbol that is held or wished for has no bar, or none that can be believed.
  DATA_QUALITY("data_quality", "data_quality", HaltMode.REDUCE_ONLY),
  /// Nobody knows whether an order was taken, once so much time has passed that it should be known.
  DUPLICATE_UNCERTAINTY("duplicate_uncertainty", "duplicate_uncertainty", HaltMode.HALT),
  /// Orders are filled far from the price they were judged at.
  EXECUTION_DIVERGENCE("execution_divergence", "execution_divergence", HaltMode.REDUCE_ONLY),
  /// The files of a strategy are not what it was frozen as and runs as.
  MANIFEST_DRIFT("manifest_drift", "manifest_drift", HaltMode.REDUCE_ONLY),
  /// A rule, or the working of wishes, throws.
  RUNTIME_ERRORS("runtime_errors", "runtime_errors", HaltMode.HALT),
  /// A symbol that is held has no price at all, so that nobody knows what the account is worth.
  VALUATION_IMPOSSIBLE("valuation_impossible", "valuation_impossible", HaltMode.HALT),
  /// The disk of the ledger is nearly full.
  DISK_LOW("disk_low", "disk_low", HaltMode.REDUCE_ONLY);

  private final String key;
  private final String code;
  private final HaltMode standard;

  Trigger(String key, String code, HaltMode standard) {
    this.key = key;
    this.code = code;
    this.standard = standard;
  }

  /// Its key in the policy's file.
  public String key() {
    return key;
  }

  /// The reason code of a halt that it trips.
  public String code() {
    return code;
  }

  /// Its mode where the policy names none.
  HaltMode standard() {
    return standard;
  }

  /// Whether it is found no more than once a session, so that it takes as many sessions to be found
  /// so often.
  boolean isFoundOnceASession() {
    return switch (this) {
      case RECONCILE_MISMATCH, DATA_QUALITY, VALUATION_IMPOSSIBLE, DISK_LOW -> true;
      case DAILY_LOSS,
          DRAWDOWN,
          SUBMIT_FAILURES,
          BROKER_LOST,
          DUPLICATE_UNCERTAINTY,
          EXECUTION_DIVERGENCE,
          MANIFEST_DRIFT,
          RUNTIME_ERRORS ->
          false;
    };
  }
}
