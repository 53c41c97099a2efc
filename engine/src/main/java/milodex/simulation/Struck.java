package milodex.simulation;

import java.time.LocalDate;

/// A fault that happened.
///
/// @param moment at which moment of the session
/// @param detail what it hit
public record Struck(LocalDate session, String moment, Fault fault, String detail) {

  @Override
  public String toString() {
    return moment + ": " + fault.says() + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
