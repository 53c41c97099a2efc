/// Manifests: what was frozen, in canonical form.
@NullMarked
package milodex.promotion;

import org.jspecify.annotations.NullMarked;
