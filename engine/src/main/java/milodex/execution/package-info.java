/// From intent to outcome: sizing and the desk.
@NullMarked
package milodex.execution;

import org.jspecify.annotations.NullMarked;
