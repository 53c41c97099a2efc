/// What the tests of the engine share.
@NullMarked
package milodex;

import org.jspecify.annotations.NullMarked;
