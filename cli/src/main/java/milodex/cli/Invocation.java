package milodex.cli;

import picocli.CommandLine;

/// One call of one command: what it was given from outside.
///
/// @param line the command as parsed, for help and completion
record Invocation(
    Environment environment, GlobalOptions options, Console console, CommandLine line) {

  /// The words of the command, without the name of the program.
  String command() {
    String words = line.getCommandSpec().qualifiedName(" ");
    return words.substring(words.indexOf(' ') + 1);
  }

  /// The workspace the operator means; throws [Failure] if there is none.
  Workspace workspace() {
    return Workspace.find(environment, options.home);
  }
}
