/// Bars kept, checked for holes, and laid out for a run.
@NullMarked
package milodex.data;

import org.jspecify.annotations.NullMarked;
