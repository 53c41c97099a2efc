/// What traded, when, at what price: symbols, bars, sessions, calendar, universes, corporate
/// actions.
@NullMarked
package milodex.market;

import org.jspecify.annotations.NullMarked;
