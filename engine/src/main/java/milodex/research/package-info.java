/// Trials, hypotheses and the sealed holdout: what was looked at, why, and what was not.
@NullMarked
package milodex.research;

import org.jspecify.annotations.NullMarked;
