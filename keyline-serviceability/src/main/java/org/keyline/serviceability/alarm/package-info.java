/** The catalogue of alarms and where they are raised. */
@NullMarked
package org.keyline.serviceability.alarm;

import org.jspecify.annotations.NullMarked;
