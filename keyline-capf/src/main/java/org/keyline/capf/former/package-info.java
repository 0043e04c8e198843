/**
 * What the CAPF utility 1.0 left behind: its issuers' certificates, what it knew of phones, its settings (spec CAPF-034
 * to CAPF-041). How its files look is written down nowhere, so they are read by recognising what stands in them.
 */
@NullMarked
package org.keyline.capf.former;

import org.jspecify.annotations.NullMarked;
