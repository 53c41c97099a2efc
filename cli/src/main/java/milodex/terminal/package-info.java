/// What the operator sees: tables, blocks, colours and progress for any terminal.
@NullMarked
package milodex.terminal;

import org.jspecify.annotations.NullMarked;
