/// A run as a page: one file that opens anywhere, asks for nothing and shows all its evidence.
@NullMarked
package milodex.report;

import org.jspecify.annotations.NullMarked;
