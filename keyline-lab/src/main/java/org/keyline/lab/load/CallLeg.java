package org.keyline.lab.load;

import org.keyline.sccp.codec.message.ServerMessage;

/** Whoever plays a call on a lean phone. */
interface CallLeg {
    /** A message about calls, tones or media came to that phone; on its event loop. */
    void hear(LoadPhone phone, ServerMessage message);
}
