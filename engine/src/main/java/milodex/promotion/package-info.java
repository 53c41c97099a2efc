/// Manifests, which hold what was frozen in canonical form, the gate that grades evidence, and the
/// log of stages.
@NullMarked
package milodex.promotion;

import org.jspecify.annotations.NullMarked;
