package milodex.cli;

/// A word of the command line.
interface Command {

  /// The word itself; quick to tell, as the parser asks it of many commands to find one.
  String name();

  /// What it says of itself, and what it takes.
  Usage usage();
}
