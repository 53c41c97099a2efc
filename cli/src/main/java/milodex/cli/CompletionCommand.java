package milodex.cli;

import milodex.terminal.Block;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Prints the script that lets a shell complete our commands.
final class CompletionCommand implements Action {

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public Usage usage() {
    return Usage.of("Print a completion script for bash and zsh: source <(milodex completion).");
  }

  @Override
  public Reply run(Invocation invocation) {
    CommandLine root = Milodex.parser(new Root());
    String script = AutoComplete.bash(root.getCommandName(), root);
    Reply reply = Reply.of().block(Block.verbatim(script)).summary("A script for bash and zsh.");
    reply.data().text("script", script);
    return reply;
  }
}
