/// Limits, findings, verdict; the only maker of approved orders.
@NullMarked
package milodex.risk;

import org.jspecify.annotations.NullMarked;
