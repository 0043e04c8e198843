/** Security modes of clusters, devices and calls, and what CAPF is asked to do. */
@NullMarked
package org.keyline.model.security;

import org.jspecify.annotations.NullMarked;
