/// How fast the parts are, on a generated market that is the same on every machine.
@NullMarked
package milodex.benchmarks;

import org.jspecify.annotations.NullMarked;
