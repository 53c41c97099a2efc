package milodex.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milodex.config.ConfigException;
import milodex.config.Node;
import milodex.config.Section;
import milodex.config.Setting;
import milodex.market.InstrumentRules;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.market.Universe.Kind;
import milodex.market.Universe.Member;

/// Reads a universe from its file.
public final class UniverseFile {

  /// The one key at the top of a universe file.
  public static final String ROOT = "universe";

  /// The sectors a symbol may belong to.
  public static final List<String> SECTORS =
      List.of(
          "communication_services",
          "consumer_discretionary",
          "consumer_staples",
          "energy",
          "financials",
          "health_care",
          "industrials",
          "information_technology",
          "materials",
          "real_estate",
          "utilities");

  private static final Pattern ID =
      Pattern.compile("universe\\.[a-z0-9][a-z0-9_]*\\.v([1-9][0-9]{0,4})");

  private UniverseFile() {}

  /// The universe that `file` states: members of `etfs` and `stocks`, with the `sectors` and the
  /// spells of membership in `members` laid over them.
  ///
  /// @throws ConfigException with every problem of the file
  public static Universe read(Node file) {
    Section top = Section.of(file);
    Section universe = top.required(ROOT).section();
    Setting id = universe.required("id");
    Optional<String> name = id.as(UniverseFile::id);
    Optional<Integer> version = universe.required("version").whole(1, 99_999);
    requireSameVersion(id, name, version);
    Optional<String> description = universe.required("description").text();
    Optional<BigDecimal> slippage = universe.optional("slippage_pct").decimal("0", "0.1");
    Optional<LocalDate> corrected = corrected(universe.required("survivorship_corrected_from"));
    List<Member> members = members(universe, id);
    top.finish();
    return new Universe(
        name.orElseThrow(),
        version.orElseThrow(),
        description.orElseThrow(),
        slippage,
        corrected,
        members);
  }

  /// The id written in `text`: `universe.classic_largecap.v1`.
  static String id(String text) {
    version(text);
    return text;
  }

  private static int version(String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + id + "' is not universe.name.vN in lower case");
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static void requireSameVersion(
      Setting id, Optional<String> name, Optional<Integer> version) {
    if (name.isPresent() && version.isPresent() && version(name.get()) != version.get()) {
      id.report("is '%s', but version is %d".formatted(name.get(), version.get()));
    }
  }

  private static Optional<LocalDate> corrected(Setting setting) {
    return setting.text().filter(text -> !text.equals("never")).flatMap(date -> setting.date());
  }

  private static List<Member> members(Section universe, Setting id) {
    SymbolList listed = new SymbolList();
    Map<Symbol, Kind> kinds = new TreeMap<>();
    listed.read(universe.optional("etfs")).forEach(symbol -> kinds.put(symbol, Kind.ETF));
    listed.read(universe.optional("stocks")).forEach(symbol -> kinds.put(symbol, Kind.STOCK));
    if (!universe.optional("etfs").isPresent() && !universe.optional("stocks").isPresent()) {
      id.report("lists nothing; write its symbols under etfs or stocks");
    }
    Map<Symbol, String> sectors = sectors(universe.optional("sectors").section(), kinds);
    Map<Symbol, Spell> spells = spells(universe.optional("members"), kinds);
    List<Member> members = new ArrayList<>();
    kinds.forEach(
        (symbol, kind) -> {
          Spell spell = spells.getOrDefault(symbol, Spell.ALWAYS);
          Optional<String> sector = Optional.ofNullable(sectors.get(symbol));
          members.add(new Member(symbol, kind, sector, spell.from(), spell.to()));
        });
    return members;
  }

  private static Map<Symbol, String> sectors(Section sectors, Map<Symbol, Kind> kinds) {
    Map<Symbol, String> read = new TreeMap<>();
    for (Setting setting : sectors.settings()) {
      Optional<Symbol> symbol = setting.keyAs(text -> listed(text, kinds));
      Optional<String> sector = setting.choice(SECTORS);
      if (symbol.isPresent() && sector.isPresent()) {
        read.put(symbol.get(), sector.get());
      }
    }
    return read;
  }

  private static Map<Symbol, Spell> spells(Setting members, Map<Symbol, Kind> kinds) {
    Map<Symbol, Spell> read = new TreeMap<>();
    for (Setting item : members.items()) {
      Section member = item.section();
      Setting name = member.required("symbol");
      Optional<LocalDate> from = member.optional("from").date();
      Optional<LocalDate> to = member.optional("to").date();
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        item.report("ends on %s, before it begins on %s".formatted(to.get(), from.get()));
      }
      Optional<Symbol> symbol = name.as(text -> listed(text, kinds));
      if (symbol.isPresent() && read.putIfAbsent(symbol.get(), new Spell(from, to)) != null) {
        name.report("is " + symbol.get() + ", which has its dates already; keep one");
      }
    }
    return read;
  }

  private static Symbol listed(String text, Map<Symbol, Kind> kinds) {
    Symbol symbol = InstrumentRules.symbol(text);
    if (!kinds.containsKey(symbol)) {
      throw new IllegalArgumentException(symbol + " stands neither under etfs nor under stocks");
    }
    return symbol;
  }

  private record Spell(Optional<LocalDate> from, Optional<LocalDate> to) {
    static final Spell ALWAYS = new Spell(Optional.empty(), Optional.empty());
  }
}
