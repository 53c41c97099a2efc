package milodex.report;

/// The daily total returns of what a run is compared with, or why there are none.
public sealed interface BenchmarkReturns {

  /// They are there.
  ///
  /// @param returns one for each session of the run
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Known(String symbol, double[] returns) implements BenchmarkReturns {}

  /// They cannot be had any more, or never could.
  ///
  /// @param why half a sentence: "its bars are not stored any more"
  record Missing(String why) implements BenchmarkReturns {}
}
