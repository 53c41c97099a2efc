package milodex.cli;

/// A command that does something: it is handed what was given to it, then it runs once.
interface Action extends Command {

  /// Does the work and answers; throws [Failure] for what the operator can mend.
  Reply run(Invocation invocation) throws Exception;
}
