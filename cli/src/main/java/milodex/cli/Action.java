package milodex.cli;

/// A command that does something: picocli fills its options, then it runs once.
interface Action {

  /// Does the work and answers; throws [Failure] for what the operator can mend.
  Reply run(Invocation invocation) throws Exception;
}
