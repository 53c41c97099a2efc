/// The real loop through made-up markets while broker, ledger, clock and process fail by a seed.
@NullMarked
package milodex.simulation;

import org.jspecify.annotations.NullMarked;
