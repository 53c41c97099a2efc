package milodex.market;

import java.time.LocalDate;
import java.util.Set;

/// The days since 1993 on which the exchange stayed closed though no rule said so.
final class Closures {

  static final Set<LocalDate> DAYS =
      Set.of(
          LocalDate.of(1994, 4, 27), // funeral of Richard Nixon
          LocalDate.of(2001, 9, 11), // attacks on New York and Washington
          LocalDate.of(2001, 9, 12),
          LocalDate.of(2001, 9, 13),
          LocalDate.of(2001, 9, 14),
          LocalDate.of(2004, 6, 11), // mourning for Ronald Reagan
          LocalDate.of(2007, 1, 2), // mourning for Gerald Ford
          LocalDate.of(2012, 10, 29), // hurricane Sandy
          LocalDate.of(2012, 10, 30),
          LocalDate.of(2018, 12, 5), // mourning for George H. W. Bush
          LocalDate.of(2025, 1, 9)); // mourning for Jimmy Carter

  /// Those of them that nobody knew of at the close of the session before.
  static final Set<LocalDate> UNFORESEEN =
      Set.of(
          LocalDate.of(2001, 9, 11),
          LocalDate.of(2001, 9, 12),
          LocalDate.of(2001, 9, 13),
          LocalDate.of(2001, 9, 14),
          LocalDate.of(2012, 10, 29),
          LocalDate.of(2012, 10, 30));

  private Closures() {}
}
