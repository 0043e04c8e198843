/**
 * The guided way from a fresh server to encrypted calls: the steps of the specification's first chapter (W1, W2, W17),
 * each of which looks at the system itself, says how it stands, and can mend it.
 *
 * <p>Nothing is done by memory: a step is done when the system shows it. So the guide may be stopped anywhere, even
 * killed, and goes on where the system stands. What only a person can know (a test call was heard, a token was carried
 * away) is written down in the database beside the configuration.
 */
@NullMarked
package org.keyline.node.secure;

import org.jspecify.annotations.NullMarked;
