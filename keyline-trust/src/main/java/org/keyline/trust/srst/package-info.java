/**
 * The certificates of SRST gateways: fetched from the gateway's Certificate Provider, shown to an administrator, and
 * kept only when he accepts.
 */
@NullMarked
package org.keyline.trust.srst;

import org.jspecify.annotations.NullMarked;
