/**
 * Firmware of lab phones: loads signed by a vendor of the lab, and the check a phone makes before it runs one.
 *
 * <p>Each file of a load begins with the signed header of phone files, bound to the file's name, as the loads of the
 * 79xx families do. What follows is the lab's own: the {@code .loads} file lists the load's other files, a line each.
 */
@NullMarked
package org.keyline.lab.firmware;

import org.jspecify.annotations.NullMarked;
