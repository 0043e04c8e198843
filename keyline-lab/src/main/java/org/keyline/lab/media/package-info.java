/** RTP and SRTP as a phone sends and hears it: G.711, test tones, and measuring what arrives. */
@NullMarked
package org.keyline.lab.media;

import org.jspecify.annotations.NullMarked;
