/// The command line as its operator meets it, run inside the test.
@NullMarked
package milodex.cli;

import org.jspecify.annotations.NullMarked;
