package org.keyline.processing;

import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.Forwards;

/** A registered device as its session sees it. All methods return at once and may be called from any thread. */
public interface StationHandle {
    void signal(StationSignal signal);

    /** The connection is gone or the device unregistered. Does nothing when a newer session has taken over. */
    void gone(String reason);

    /** Where calls to a line of the device go now. */
    Forwards forwards(LineInstance line);

    /** Whether a line of the device has messages now. */
    boolean messagesWaiting(LineInstance line);

    /** What the line does now that a speed dial of the device watches. */
    LineStatus watchedLine(int speedDial);

    /** Whether a call is up, so that the device cannot unregister now. */
    boolean inCall();
}
