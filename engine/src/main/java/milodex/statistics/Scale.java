package milodex.statistics;

/// What a trial's mean is measured in when trials are compared.
public enum Scale {
  /// In its own deviations `ω_k`, so that a noisy trial does not drown the others.
  STUDENTISED,
  /// In returns, as it is.
  RAW
}
