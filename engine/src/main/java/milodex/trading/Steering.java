package milodex.trading;

/// How a run is steered: how fast it goes, how far, and who may stop it.
///
/// @param oneSession whether it goes only to the close of the session that comes next
public record Steering(Pace pace, boolean oneSession, StopRequests stops) {

  /// As fast as it can, to the end.
  public static Steering straightOn() {
    return new Steering(new Pace.Max(), false, StopRequests.none());
  }
}
