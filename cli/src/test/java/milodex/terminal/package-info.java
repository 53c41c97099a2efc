/// How tables, blocks and progress look on every kind of screen.
@NullMarked
package milodex.terminal;

import org.jspecify.annotations.NullMarked;
