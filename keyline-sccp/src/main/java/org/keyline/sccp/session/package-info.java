/**
 * One connection of one phone: its states, its registration, its deadlines.
 *
 * <pre>
 * CONNECTED --RegisterTokenReq--> TOKEN --Register--> PROGRESS --TimeDateReq--> REGISTERED
 *     \---------------Register--------------------------^                           |
 *                                             UnregisterReq, Reset, loss --> UNREGISTERING
 * </pre>
 *
 * Everything but {@link org.keyline.processing.StationLink}'s two methods happens on the connection's event loop.
 */
@NullMarked
package org.keyline.sccp.session;

import org.jspecify.annotations.NullMarked;
