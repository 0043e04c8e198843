/**
 * Admission control: how much of the bandwidth between locations the media of calls takes. A call reserves it before
 * media opens, and gives it back when media has closed; what is not there makes the call fail.
 */
@NullMarked
package org.keyline.callcontrol.location;

import org.jspecify.annotations.NullMarked;
