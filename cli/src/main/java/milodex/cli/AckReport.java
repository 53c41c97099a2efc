package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import milodex.execution.Alert;

/// What became of alerts that were acknowledged.
///
/// @param named those that were; one that was found again before that could be written is open
///     still
/// @param open those that are open now
record AckReport(List<Alert> named, List<Alert> open) {

  AckReport {
    named = List.copyOf(named);
    open = List.copyOf(open);
  }

  /// Those that ended.
  List<Alert> ended() {
    return named.stream().filter(one -> open.stream().noneMatch(one::isLike)).toList();
  }

  /// Those that are open though they were named: they were found again.
  List<Alert> again() {
    return open.stream().filter(one -> named.stream().anyMatch(one::isLike)).toList();
  }

  String says() {
    List<String> sentences = new ArrayList<>();
    if (named.isEmpty()) {
      sentences.add("Nothing is left to acknowledge. Nothing was written.");
    }
    if (!ended().isEmpty()) {
      sentences.add(acknowledged(ended()));
    }
    if (!again().isEmpty()) {
      sentences.add(
          "Found again meanwhile, and not acknowledged: %s. Look at it, then acknowledge it by that number."
              .formatted(lines(again())));
    }
    List<Alert> others = open.stream().filter(one -> !again().contains(one)).toList();
    if (open.isEmpty()) {
      sentences.add("No alert is open.");
    } else if (!others.isEmpty()) {
      sentences.add("Still open: " + lines(others) + ".");
    }
    return String.join(" ", sentences);
  }

  Reply reply(Account account) {
    Reply reply = account.reply().say(says());
    if (!again().isEmpty()) {
      reply.exit(ExitCode.INVALID).errorCode("alert_found_again");
    }
    reply
        .data()
        .objects("acknowledged", ended().stream().map(AlertData::of).toList())
        .objects("alerts", open.stream().map(AlertData::of).toList());
    return reply;
  }

  private static String acknowledged(List<Alert> ended) {
    return "Acknowledged: %s. The next session that opens does not wait for %s."
        .formatted(
            ended.stream()
                .map(one -> one.id() + " " + one.what() + ", " + AlertData.whose(one))
                .collect(Collectors.joining("; ")),
            ended.size() == 1 ? "it" : "them");
  }

  private static String lines(List<Alert> alerts) {
    return alerts.stream().map(AlertData::line).collect(Collectors.joining("; "));
  }
}
