/**
 * Media resources as calls see them: devices without a user, whose legs take media commands as those of phones do. They
 * are offered a leg, and give it back when it is cleared.
 */
@NullMarked
package org.keyline.callcontrol.resource;

import org.jspecify.annotations.NullMarked;
