/// Bars and corporate actions in files: Parquet to keep, CSV to bring in, sheets to take out.
///
/// One series is one Parquet file, one symbol's actions are one CSV file. A file is replaced whole
/// or not at all, so that a killed process leaves the old content or the new.
@NullMarked
package milodex.files;

import org.jspecify.annotations.NullMarked;
