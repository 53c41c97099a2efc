package milodex.cli;

import java.util.List;

/// A command that has commands of its own.
interface Parent {

  /// The commands below it, in the order in which `--help` lists them.
  List<Class<?>> commands();
}
