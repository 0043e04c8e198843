/** The CTL Provider: the protocol by which CTL clients reach the servers of a cluster, over TLS, and both its ends. */
@NullMarked
package org.keyline.ctl.provider;

import org.jspecify.annotations.NullMarked;
