package milodex.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.ledger.FactType;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.trading.Moment;
import milodex.trading.RunEnd;

/// What one session of the daily routine did, and what is due next.
final class DailyReport {

  private DailyReport() {}

  static Reply of(Invocation invocation, Wiring wiring, String name, Rehearsed rehearsed) {
    return switch (rehearsed) {
      case Rehearsed.Whole whole -> whole(name, whole);
      case Rehearsed.Left left when left.end() instanceof RunEnd.SessionOver over -> {
        Reply reply = LeftReport.of(invocation, wiring, left);
        reply.summary(session(left.moments()) + " is over. Next: " + LeftReport.next(over.next()));
        reply.block(table("rehearsal " + name, left.moments()));
        LeftReport.stands(reply, left, over.next());
        data(reply, left.moments());
        yield reply;
      }
      case Rehearsed.Left left -> {
        Reply reply = LeftReport.of(invocation, wiring, left);
        data(reply, left.moments());
        yield reply;
      }
    };
  }

  private static Reply whole(String name, Rehearsed.Whole whole) {
    Reply reply = Reply.of().broker("SIMULATED").ref("rehearsal", name);
    String end = "Rehearsal " + name + " has come to its end: nothing more is due.";
    if (whole.moments().isEmpty()) {
      reply.summary(end);
    } else {
      reply.summary(session(whole.moments()) + " is over. " + end);
      reply.block(table("rehearsal " + name, whole.moments()));
    }
    reply
        .block(Block.paragraph(end))
        .block(RehearsalReport.parity(whole.rehearsing().completed()))
        .ref("rehearsal_ledger_head", whole.rehearsing().completed().head());
    if (whole.rehearsing().completed().difference().isPresent()) {
      reply.exit(ExitCode.INTEGRITY).errorCode("parity_broken");
    }
    reply.data().text("name", name).text("ended", "complete").absent("next");
    data(reply, whole.moments());
    return reply;
  }

  private static String session(List<MomentReport> moments) {
    return "Session " + moments.getFirst().moment().session().date();
  }

  /// What was done in one session of the paper account.
  static Block session(LocalDate session, List<MomentReport> moments) {
    return table(
        "the paper account",
        moments.stream().filter(one -> one.moment().session().date().equals(session)).toList());
  }

  private static Block table(String name, List<MomentReport> moments) {
    KeyValues table = KeyValues.of();
    for (MomentReport one : moments) {
      heading(one.moment()).ifPresent(heading -> table.with(heading, one.done()));
      if (one.moment() instanceof Moment.SessionOpens) {
        within(moments).ifPresent(says -> table.with("Within", says));
      }
    }
    return Block.section(session(moments) + " of " + name, table);
  }

  private static Optional<String> heading(Moment moment) {
    return switch (moment) {
      case Moment.SessionBegins _ -> Optional.of("Before the open");
      case Moment.SessionOpens _ -> Optional.of("At the open");
      case Moment.SessionCloses _ -> Optional.of("After the close");
      case Moment.BarsClose _, Moment.BarsOpen _, Moment.Pulse _ -> Optional.empty();
    };
  }

  /// What was done on the bars within the session; empty if there are none.
  private static Optional<String> within(List<MomentReport> moments) {
    List<MomentReport> bars =
        moments.stream().filter(one -> heading(one.moment()).isEmpty()).toList();
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d moments: %s, %s, %s"
                .formatted(
                    bars.size(),
                    FactLine.counted(sum(bars, FactType.INTENT_RECORDED), "wish", "wishes"),
                    FactLine.counted(sum(bars, FactType.ORDER_SUBMITTED), "order", "orders"),
                    FactLine.counted(sum(bars, FactType.FILL_RECORDED), "fill", "fills")));
  }

  private static int sum(List<MomentReport> moments, FactType type) {
    return moments.stream().mapToInt(one -> one.count(type)).sum();
  }

  private static void data(Reply reply, List<MomentReport> moments) {
    if (moments.isEmpty()) {
      reply.data().absent("session");
    } else {
      reply.data().text("session", moments.getFirst().moment().session().date().toString());
    }
    reply.data().objects("moments", moments.stream().map(DailyReport::data).toList());
  }

  /// A moment for programs.
  static Data data(MomentReport one) {
    Data data =
        Data.of()
            .text("moment", one.moment().name())
            .text("at", one.moment().at().toString())
            .count("late_seconds", Duration.between(one.moment().at(), one.now()).toSeconds())
            .count("decisions", one.count(FactType.STRATEGY_EVALUATED, FactType.BAR_EVALUATED))
            .count("wishes", one.count(FactType.INTENT_RECORDED))
            .count("refusals", one.refused())
            .count("orders", one.count(FactType.ORDER_SUBMITTED))
            .count("fills", one.count(FactType.FILL_RECORDED))
            .texts("differences", one.differences())
            .texts("over_by_hand", one.overByHand());
    one.missed().ifPresentOrElse(says -> data.text("missed", says), () -> data.absent("missed"));
    return data;
  }
}
