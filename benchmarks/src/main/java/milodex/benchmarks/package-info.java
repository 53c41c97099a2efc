/// How long the work takes that an operator waits for.
@NullMarked
package milodex.benchmarks;

import org.jspecify.annotations.NullMarked;
