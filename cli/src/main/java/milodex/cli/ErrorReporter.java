package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import milodex.config.ConfigException;
import milodex.data.DataUnavailableException;
import milodex.files.BrokerFileCorruptException;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.plugins.PluginException;

/// Turns whatever was thrown into a failure with four answers.
///
/// @param crashes where a crash file goes
/// @param arguments the command line, for the crash file
record ErrorReporter(Environment environment, Path crashes, List<String> arguments) {

  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;

  /// The failure as it is, the known exceptions of other parts, or a bug of ours.
  Failure explain(Throwable thrown) {
    return switch (thrown) {
      case Failure failure -> failure;
      case ConfigException e ->
          Failure.usage(
              "invalid_configuration",
              "The configuration cannot be used.",
              message(e),
              "Mend what is named above; `milodex config validate --all` checks every file.");
      case PluginException e ->
          new Failure(
              e.isUnsafe() ? ExitCode.INTEGRITY : ExitCode.INVALID,
              e.isUnsafe() ? "plugin_refused" : "plugin_invalid",
              "A plug-in cannot be used.",
              message(e),
              "Milodex used nothing of it, and did nothing else.",
              "Mend the jar as said above, or take it out of plugins/; other commands go on.");
      case NothingHaltedException e -> explain(e.why()).ofHalt();
      case LedgerCorruptException e ->
          new Failure(
              ExitCode.INTEGRITY,
              "ledger_corrupt",
              e.seq() == 0
                  ? "The ledger file cannot be trusted."
                  : "The ledger cannot be trusted from event " + e.seq() + " on.",
              message(e),
              "Milodex stopped and wrote nothing.",
              "Take the newest backup: `milodex restore DIRECTORY` shows what it would put back, and"
                  + " keeps the file. If it is that of a rehearsal, delete its folder and repeat the"
                  + " command.");
      case BrokerFileCorruptException e ->
          new Failure(
              ExitCode.INTEGRITY,
              "broker_file_corrupt",
              "The books of the simulated broker cannot be trusted.",
              message(e),
              "Milodex stopped and changed nothing.",
              "Take the newest backup: `milodex restore DIRECTORY` puts ledger and broker back as"
                  + " they belong together. If it is that of a rehearsal, delete the folder of the"
                  + " rehearsal and repeat the command.");
      case LedgerUnavailableException e -> ledgerUnavailable(e);
      case DataUnavailableException e ->
          new Failure(
              ExitCode.UNAVAILABLE,
              "data_unavailable",
              "Stored bars cannot be used now.",
              message(e),
              "Milodex stopped at that point; what is stored stays as it is.",
              "Do what is said above, then try again; `milodex data verify` checks every file.");
      case UncheckedIOException e -> unavailable(Objects.requireNonNull(e.getCause()));
      case IOException e -> unavailable(e);
      default -> plugin(thrown).orElseGet(() -> bug(thrown));
    };
  }

  private static Failure ledgerUnavailable(LedgerUnavailableException e) {
    if (isLocked(e)) {
      return new Failure(
          ExitCode.LOCKED,
          "ledger_locked",
          "The ledger is in use.",
          message(e),
          "Milodex waited, then gave up; the ledger stays as it is.",
          "Let the other Milodex finish, then try again.");
    }
    return new Failure(
        ExitCode.UNAVAILABLE,
        "ledger_unavailable",
        "The ledger cannot be used now.",
        message(e),
        "Milodex stopped; what the ledger already says stays as it is.",
        "Do what is said above: make room, allow writing or take the newer program.");
  }

  private static boolean isLocked(LedgerUnavailableException e) {
    if (!(e.getCause() instanceof SQLException sql)) {
      return false;
    }
    int code = sql.getErrorCode() & 0xFF;
    return code == SQLITE_BUSY || code == SQLITE_LOCKED;
  }

  private static Failure unavailable(IOException e) {
    return new Failure(
        ExitCode.UNAVAILABLE,
        "files_unavailable",
        "A file or a connection could not be used.",
        e.getClass().getSimpleName() + ": " + message(e),
        "Milodex stopped at that point.",
        "Check that it exists, that you may use it and that the disk has room, then try again.");
  }

  /// What was thrown within a plug-in is its author's to mend; its loader has the name of the jar.
  private static Optional<Failure> plugin(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> String.valueOf(frame.getClassLoaderName()).endsWith(".jar"))
        .findFirst()
        .map(
            frame ->
                new Failure(
                    ExitCode.INVALID,
                    "plugin_failed",
                    "The plug-in " + frame.getClassLoaderName() + " broke.",
                    "%s.%s, line %d: %s"
                        .formatted(
                            frame.getClassName(),
                            frame.getMethodName(),
                            frame.getLineNumber(),
                            message(thrown)),
                    "Milodex stopped at that point; a run that was registered is kept as failed.",
                    "Mend the template, build the jar again and put it in place of the old one."));
  }

  private Failure bug(Throwable thrown) {
    Optional<Path> file =
        CrashFile.write(crashes, environment.clock().instant(), arguments, thrown);
    return new Failure(
        ExitCode.INTERNAL_ERROR,
        "internal_error",
        "Milodex has a bug here.",
        thrown.getClass().getSimpleName() + ": " + message(thrown),
        file.map(written -> "Milodex stopped, and wrote what it knows to " + written + ".")
            .orElse("Milodex stopped; a crash file could not be written."),
        "Report it with that file, which holds the command line but no keys.");
  }

  private static String message(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? "No more is known." : message;
  }
}
