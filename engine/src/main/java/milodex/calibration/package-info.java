/// How often the gate passes luck, and how often skill: markets without and with an edge.
@NullMarked
package milodex.calibration;

import org.jspecify.annotations.NullMarked;
