package org.keyline.lab.load;

import org.keyline.sccp.codec.message.ServerMessage;

/** Whoever makes calls with a lean phone. */
interface CallLeg {
    /** A message about calls, tones, media or what the user should know came to the phone; on its event loop. */
    void hear(ServerMessage message);
}
