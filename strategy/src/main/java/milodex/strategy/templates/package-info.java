/// One record per template: its components are its parameters, its method the rule.
@NullMarked
package milodex.strategy.templates;

import org.jspecify.annotations.NullMarked;
