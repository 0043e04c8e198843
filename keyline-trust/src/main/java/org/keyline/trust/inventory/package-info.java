/**
 * Every certificate a node has, its own and those it trusts, and what an administrator does with them: look, renew,
 * have one signed elsewhere, bring in, hand out, remove, be warned before one expires. Each change is whole or not
 * made.
 */
@NullMarked
package org.keyline.trust.inventory;

import org.jspecify.annotations.NullMarked;
