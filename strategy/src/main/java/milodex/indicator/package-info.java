/// Numbers from a window of bars; pure.
@NullMarked
package milodex.indicator;

import org.jspecify.annotations.NullMarked;
