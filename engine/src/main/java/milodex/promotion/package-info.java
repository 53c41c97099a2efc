/// Manifests, which hold what was frozen in canonical form, and the gate that grades evidence.
@NullMarked
package milodex.promotion;

import org.jspecify.annotations.NullMarked;
