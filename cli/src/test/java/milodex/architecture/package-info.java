/// The laws of the architecture, each held over all main code and each shown able to fail.
@NullMarked
package milodex.architecture;

import org.jspecify.annotations.NullMarked;
