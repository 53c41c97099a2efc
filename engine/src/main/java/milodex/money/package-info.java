/// Price, quantity, money, fraction: exact.
@NullMarked
package milodex.money;

import org.jspecify.annotations.NullMarked;
