/// Cash, lots, positions as a fold of fills; per account, per strategy.
@NullMarked
package milodex.portfolio;

import org.jspecify.annotations.NullMarked;
