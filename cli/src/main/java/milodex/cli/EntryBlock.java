package milodex.cli;

import java.util.List;
import java.util.SortedSet;
import milodex.execution.EntryOutlook;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// Whether strategies could enter anything at all, and a warning where none could and the account
/// is why.
final class EntryBlock {

  private EntryBlock() {}

  /// Adds it to what is shown of limits.
  static void addTo(Reply reply, List<EntryOutlook> all) {
    KeyValues lines = KeyValues.of();
    all.forEach(one -> lines.with(one.strategy().toString(), cell(one)));
    if (!all.isEmpty()) {
      reply.block(Block.section("One share more, by the limits alone", lines));
    }
    reply.data().objects("entries", all.stream().map(EntryBlock::data).toList());
    EntryRoom.blocked(all).ifPresent(says -> reply.warn("fleet_blocked", says));
  }

  private static Cell cell(EntryOutlook one) {
    return one.enters()
        .map(symbol -> Cell.of("could be bought, of " + symbol + " for one", Style.GOOD))
        .orElseGet(
            () ->
                one.isStoppedByAccount()
                    ? Cell.of("STOPPED by the account: " + why(one.account()), Style.BAD)
                    : Cell.of("stopped by its own limits: " + why(one.own()), Style.FAIR));
  }

  private static String why(SortedSet<String> codes) {
    return String.join(", ", codes);
  }

  private static Data data(EntryOutlook one) {
    Data data =
        Data.of()
            .text("strategy", one.strategy().toString())
            .texts("stopped_by_account", List.copyOf(one.account()))
            .texts("stopped_by_own", List.copyOf(one.own()))
            .flag("even_if_sold", one.evenIfSold());
    one.enters()
        .ifPresentOrElse(
            symbol -> data.text("enters", symbol.toString()), () -> data.absent("enters"));
    return data;
  }
}
