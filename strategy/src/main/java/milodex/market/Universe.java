package milodex.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A versioned, immutable list of symbols; a changed list is a new version.
///
/// @param id with its version: `universe.classic_largecap.v1`, or [#LISTED]
/// @param slippageRate share of the price lost to slippage on each fill; empty: the policy's
///     default
/// @param survivorshipCorrectedFrom first date from which the list was chosen without hindsight;
///     empty: never
/// @param members sorted by symbol, without duplicates
public record Universe(
    String id,
    int version,
    String description,
    Optional<BigDecimal> slippageRate,
    Optional<LocalDate> survivorshipCorrectedFrom,
    List<Member> members) {

  /// The id of symbols that a strategy lists in its own file.
  public static final String LISTED = "listed";

  public Universe {
    members = List.copyOf(members);
  }

  /// The symbols in order.
  public List<Symbol> symbols() {
    return members.stream().map(Member::symbol).toList();
  }

  /// What a member is; broad funds belong to no sector.
  public enum Kind {
    ETF,
    STOCK,
    /// A symbol of a list that does not say.
    UNKNOWN
  }

  /// One symbol and when it belonged.
  ///
  /// @param from first session of membership; empty: since ever
  /// @param to last session of membership; empty: until now
  public record Member(
      Symbol symbol,
      Kind kind,
      Optional<String> sector,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {

    /// Whether it belonged on this date.
    public boolean isMemberOn(LocalDate date) {
      return wasMemberWithin(date, date);
    }

    /// Whether it belonged on any date in `[first, last]`.
    public boolean wasMemberWithin(LocalDate first, LocalDate last) {
      return !(from.isPresent() && last.isBefore(from.get()))
          && !(to.isPresent() && first.isAfter(to.get()));
    }
  }
}
