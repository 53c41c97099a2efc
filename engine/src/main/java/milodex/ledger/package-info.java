/// Every fact the system can state, and the book they are appended to.
@NullMarked
package milodex.ledger;

import org.jspecify.annotations.NullMarked;
