@NullMarked
package milodex.report;

import org.jspecify.annotations.NullMarked;
