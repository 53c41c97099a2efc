package milodex.files;

/// The names that the writer and the reader of bar files share.
final class BarsSchema {

  /// What this version writes, and the newest it reads.
  static final int FORMAT = 1;

  static final String DAY = "day";
  static final String OPENED_AT = "opened_at";
  static final String OPEN = "open";
  static final String HIGH = "high";
  static final String LOW = "low";
  static final String CLOSE = "close";
  static final String VOLUME = "volume";

  static final String KEY_FORMAT = "milodex.format";
  static final String KEY_SYMBOL = "milodex.symbol";
  static final String KEY_TIMEFRAME = "milodex.timeframe";
  static final String KEY_ADJUSTMENT = "milodex.adjustment";
  static final String KEY_SOURCE = "milodex.source";
  static final String KEY_FIRST = "milodex.first";
  static final String KEY_LAST = "milodex.last";
  static final String KEY_BARS = "milodex.bars";
  static final String KEY_FINGERPRINT = "milodex.fingerprint";

  private BarsSchema() {}
}
