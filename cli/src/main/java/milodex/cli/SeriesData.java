package milodex.cli;

import milodex.data.StoredSeries;

/// A stored series as the data of a JSON reply.
final class SeriesData {

  private SeriesData() {}

  /// What the store knows of it, to be added to.
  static Data of(StoredSeries stored) {
    return Data.of()
        .text("symbol", stored.symbol().ticker())
        .text("timeframe", stored.timeframe().label())
        .text("adjustment", stored.adjustment().label())
        .text("source", stored.source())
        .text("first", stored.first().toString())
        .text("last", stored.last().toString())
        .count("bars", stored.bars())
        .text("fingerprint", stored.fingerprint().hex());
  }
}
