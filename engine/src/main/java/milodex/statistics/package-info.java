/// Pure functions on arrays: Sharpe inference, bootstrap, PBO, SPA, permutation.
///
/// Conventions of every function: a Sharpe ratio is **per observation**, never annualised; kurtosis
/// is **not** excess (a normal has 3); skew and kurtosis are population moments, the deviation in a
/// Sharpe ratio is a sample's (divisor n − 1); returns are net, and flat bars are in them as zeros.
/// What cannot be known is an undefined [Figure] with the reason, never a zero and never a pass.
/// What draws at random is given its seed.
@NullMarked
package milodex.statistics;

import org.jspecify.annotations.NullMarked;
