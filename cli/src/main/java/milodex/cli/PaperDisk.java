package milodex.cli;

import java.util.Optional;
import milodex.files.DiskReserve;
import milodex.files.Room;
import milodex.ledger.StartStep;

/// The room on the disk of the paper account, and what is kept of it for exits.
final class PaperDisk {

  private final DiskReserve reserve;

  PaperDisk(Invocation invocation) {
    this.reserve = invocation.environment().reserves().apply(invocation.workspace().data());
  }

  /// What a start finds; too little room stops entries and no start.
  StartStep step() {
    return switch (reserve.look()) {
      case Room.Enough enough -> StartStep.ok("disk", enough.says());
      case Room.Scarce tooLittle ->
          StartStep.warn(
              "disk", tooLittle.says() + "; nothing is entered from the next session on");
      case Room.Unknown unknown -> StartStep.warn("disk", unknown.says());
    };
  }

  /// Why there is too little room for entries; the reserve is then let go.
  Optional<String> shortage() {
    return switch (reserve.look()) {
      case Room.Scarce tooLittle -> Optional.of(tooLittle.says());
      case Room.Enough _, Room.Unknown _ -> Optional.empty();
    };
  }

  /// Lets go of the reserve where room is short, before anything is written.
  void relieve() {
    reserve.relieve();
  }
}
