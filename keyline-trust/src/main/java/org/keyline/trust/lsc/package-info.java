/** Certificates of phones: issuing LSCs, telling LSC from MIC and device from device, CAPF's signed data. */
@NullMarked
package org.keyline.trust.lsc;

import org.jspecify.annotations.NullMarked;
