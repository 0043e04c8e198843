package org.keyline.processing;

import java.util.List;
import org.keyline.callcontrol.station.StationCommand;

/** A device's connection as processing sees it; implemented by a protocol session. */
public interface StationLink {
    /** Sends commands in order, all in one write; from any thread, never blocks. */
    void deliver(List<StationCommand> commands);

    /** Ends the connection: replaced by a newer one, or the device was deleted. Quiet when it is gone. */
    void close(String reason);
}
