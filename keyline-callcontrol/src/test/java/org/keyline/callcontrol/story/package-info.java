/** Whole calls told in call control's own words: the machines together, without time, actors or wires. */
@NullMarked
package org.keyline.callcontrol.story;

import org.jspecify.annotations.NullMarked;
