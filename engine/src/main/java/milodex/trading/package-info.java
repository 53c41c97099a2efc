/// The loop: moments in, decisions out.
@NullMarked
package milodex.trading;

import org.jspecify.annotations.NullMarked;
