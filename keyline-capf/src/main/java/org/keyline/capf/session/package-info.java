/**
 * A CAPF session: a pure machine from state and event to next state and effects, and the connection that performs the
 * effects. Blocking work runs on virtual threads and comes back as an event.
 */
@NullMarked
package org.keyline.capf.session;

import org.jspecify.annotations.NullMarked;
