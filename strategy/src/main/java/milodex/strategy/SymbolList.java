package milodex.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.config.Setting;
import milodex.market.InstrumentRules;
import milodex.market.Symbol;

/// Lists of symbols as an operator writes them: any case, any order, no symbol twice.
final class SymbolList {

  private final Map<Symbol, Setting> firsts = new TreeMap<>();

  /// The symbols of a list, sorted; reported is a list without any, and what is no symbol, never
  /// traded, or in this or an earlier list already.
  List<Symbol> read(Setting list) {
    return list.someItems().stream().flatMap(item -> symbol(item).stream()).sorted().toList();
  }

  private Optional<Symbol> symbol(Setting item) {
    Optional<Symbol> symbol = item.as(InstrumentRules::symbol);
    Optional<Setting> first = symbol.flatMap(s -> Optional.ofNullable(firsts.putIfAbsent(s, item)));
    first.ifPresent(
        other ->
            item.report(
                "is %s, which is %s already; remove one"
                    .formatted(symbol.orElseThrow(), other.name())));
    return first.isPresent() ? Optional.empty() : symbol;
  }
}
