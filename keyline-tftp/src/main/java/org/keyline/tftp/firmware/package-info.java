/**
 * Firmware for phones: what is looked at before a vendor's file is laid where phones fetch it. The phones themselves
 * check the vendor's signature; here a broken or renamed file is found before hundreds of them refuse it.
 */
@NullMarked
package org.keyline.tftp.firmware;

import org.jspecify.annotations.NullMarked;
