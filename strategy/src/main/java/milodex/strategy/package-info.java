/// The contract of a rule: parameters, observation, decision; the list of templates.
@NullMarked
package milodex.strategy;

import org.jspecify.annotations.NullMarked;
