/// The operator's files: YAML 1.2, read strictly into trees of settings.
@NullMarked
package milodex.yaml;

import org.jspecify.annotations.NullMarked;
