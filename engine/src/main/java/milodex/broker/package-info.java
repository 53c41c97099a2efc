/// What we ask of a brokerage; the simulated one.
@NullMarked
package milodex.broker;

import org.jspecify.annotations.NullMarked;
