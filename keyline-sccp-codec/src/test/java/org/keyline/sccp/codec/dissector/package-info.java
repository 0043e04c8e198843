/** A second reading of our bytes: frames written by the codec are dissected by tshark and compared field by field. */
@NullMarked
package org.keyline.sccp.codec.dissector;

import org.jspecify.annotations.NullMarked;
