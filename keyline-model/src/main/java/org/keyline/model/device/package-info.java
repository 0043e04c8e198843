/** What registers: device names, phone models, phones and the lines on them. */
@NullMarked
package org.keyline.model.device;

import org.jspecify.annotations.NullMarked;
