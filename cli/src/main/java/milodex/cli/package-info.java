/// Commands, JSON, messages, wiring: the only place that names every part, and the clock.
@NullMarked
package milodex.cli;

import org.jspecify.annotations.NullMarked;
