/// Performance, trades, benchmark, fragility.
@NullMarked
package milodex.analytics;

import org.jspecify.annotations.NullMarked;
