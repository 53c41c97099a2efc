/// Templates from jars of the operator's, scanned before any of their code runs.
@NullMarked
package milodex.plugins;

import org.jspecify.annotations.NullMarked;
