/** The XML that phones are configured with, made from a snapshot of the configuration. */
@NullMarked
package org.keyline.tftp.configuration;

import org.jspecify.annotations.NullMarked;
