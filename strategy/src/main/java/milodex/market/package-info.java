/// What traded, when, at what price: symbols, bars, sessions, universes, corporate actions.
@NullMarked
package milodex.market;

import org.jspecify.annotations.NullMarked;
