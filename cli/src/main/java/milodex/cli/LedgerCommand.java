package milodex.cli;

import picocli.CommandLine.Command;

/// The book that only grows.
@Command(
    name = "ledger",
    description = "Check the ledger, read its newest facts, and copy it out.",
    subcommands = {LedgerVerifyCommand.class, LedgerTailCommand.class, LedgerExportCommand.class})
final class LedgerCommand {}
