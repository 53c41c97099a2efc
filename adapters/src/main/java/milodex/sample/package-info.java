/// A made-up market, drawn from a seed, so that everything works without a network or a vendor.
@NullMarked
package milodex.sample;

import org.jspecify.annotations.NullMarked;
