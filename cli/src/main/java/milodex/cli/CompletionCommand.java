package milodex.cli;

import milodex.terminal.Block;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Prints the script that lets a shell complete our commands.
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh: source <(milodex completion).")
final class CompletionCommand implements Action {

  @Override
  public Reply run(Invocation invocation) {
    CommandLine root = Milodex.parser(new Root());
    String script = AutoComplete.bash(root.getCommandName(), root);
    Reply reply = Reply.of().block(Block.verbatim(script)).summary("A script for bash and zsh.");
    reply.data().text("script", script);
    return reply;
  }
}
