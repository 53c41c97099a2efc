/// The same loop over the past; walk-forward; run records.
@NullMarked
package milodex.backtest;

import org.jspecify.annotations.NullMarked;
