/// The operator's ledger in one SQLite file.
@NullMarked
package milodex.sqlite;

import org.jspecify.annotations.NullMarked;
