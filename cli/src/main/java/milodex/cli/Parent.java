package milodex.cli;

import java.util.List;

/// A command that has commands of its own.
interface Parent extends Command {

  /// The commands below it, in the order in which `--help` lists them.
  List<Command> commands();
}
