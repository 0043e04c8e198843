/**
 * What services see of the security of devices as they meet them, for the page that compares it with what was asked.
 */
@NullMarked
package org.keyline.serviceability.posture;

import org.jspecify.annotations.NullMarked;
