/** Tests of the choice of media resources. */
@NullMarked
package org.keyline.callcontrol.resource;

import org.jspecify.annotations.NullMarked;
