package milodex.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import milodex.cli.Fetching.Fetched;
import milodex.data.BarProvider;
import milodex.data.Period;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// What a fetch brought, and what it left lacking.
record FetchReport(BarProvider provider, Period period, List<Fetched> fetched) {

  Reply reply() {
    List<String> nothing =
        fetched.stream()
            .filter(one -> one.coverage().covered() == 0)
            .map(one -> one.symbol().ticker())
            .toList();
    Reply reply = nothing.isEmpty() ? Reply.of() : refusal(nothing).reply();
    reply.block(table());
    Optional<Fetched> revised =
        fetched.stream().filter(one -> one.outcome().equals("revised")).findFirst();
    revised.ifPresent(
        one ->
            reply.warn(
                "bars_revised",
                "stored bars differed and were replaced, of %s first; the old ones are kept aside, and runs on them are stale."
                    .formatted(one.symbol())));
    long shorter = fetched.stream().filter(FetchReport::isShort).count();
    if (shorter > 0) {
      reply.warn(
          "history_short",
          "%s did not deliver all that it was asked for of %s, see Lacking. Only --again asks for it once more."
              .formatted(provider.name(), FactLine.counted((int) shorter, "symbol", "symbols")));
    }
    reply
        .data()
        .text("provider", provider.name())
        .text("from", period.from().toString())
        .text("to", period.to().toString())
        .objects("symbols", fetched.stream().map(FetchReport::data).toList());
    long requests = fetched.stream().filter(one -> one.asked().isPresent()).count();
    String says =
        "%s was asked %s for %s; bars of %d of %s are stored."
            .formatted(
                provider.name(),
                requests == 0 ? "nothing" : FactLine.counted((int) requests, "time", "times"),
                period,
                fetched.size() - nothing.size(),
                FactLine.counted(fetched.size(), "symbol", "symbols"));
    return nothing.isEmpty() ? reply.say(says) : reply;
  }

  private static boolean isShort(Fetched one) {
    return one.coverage().covered() > 0 && one.isShort();
  }

  private Table table() {
    Table table =
        Table.of(
            Column.text("Symbol"),
            Column.text("Asked for"),
            Column.text("Bars"),
            Column.number("Sessions"),
            Column.wrapping("Lacking"));
    for (Fetched one : fetched) {
      table.row(
          one.symbol().ticker(),
          one.asked().map(Period::toString).orElse("nothing"),
          one.outcome(),
          String.format(
              Locale.ROOT, "%,d of %,d", one.coverage().covered(), one.coverage().sessions()),
          String.join(", ", one.coverage().gaps()));
    }
    return table;
  }

  private Failure refusal(List<String> nothing) {
    return new Failure(
        ExitCode.UNAVAILABLE,
        "bars_not_delivered",
        "%s delivered no bars of %s.".formatted(provider.name(), String.join(", ", nothing)),
        "It delivers " + provider.says() + ".",
        nothing.size() == fetched.size()
            ? "Nothing was stored."
            : "The bars of the other symbols are stored.",
        "Ask for a symbol and a period it has; real prices come in as files: `milodex data import PATH`.");
  }

  private static Data data(Fetched one) {
    Data data =
        Data.of()
            .text("symbol", one.symbol().ticker())
            .text("outcome", one.outcome().replace(' ', '_'))
            .count("sessions", one.coverage().sessions())
            .count("covered", one.coverage().covered())
            .texts("lacking", one.coverage().gaps());
    return one.asked()
        .map(
            asked ->
                data.text("asked_from", asked.from().toString())
                    .text("asked_to", asked.to().toString()))
        .orElseGet(() -> data.absent("asked_from").absent("asked_to"));
  }
}
