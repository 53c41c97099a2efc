/// A tree of settings that remembers file and line.
@NullMarked
package milodex.config;

import org.jspecify.annotations.NullMarked;
