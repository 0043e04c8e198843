package org.keyline.sccp.command;

import io.netty.util.collection.IntObjectHashMap;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.PickupCall;
import org.keyline.model.device.LineInstance;

/**
 * The calls a phone shows and the streams it has open: what SCCP needs to know of them and call control does not say
 * twice. Empty, and without any memory of its own, while the phone is idle.
 */
public final class CallPlanes {
    private @Nullable IntObjectHashMap<Plane> planes;
    private @Nullable IntObjectHashMap<MediaStream> streams;
    private String forwardedTo = "";
    private @Nullable BitSet messages;
    private @Nullable PickupCall ringing;
    private boolean silent;
    private boolean loggedOut;

    void show(LineInstance line, CallReference call, boolean announced) {
        if (planes == null) {
            planes = new IntObjectHashMap<>(4);
        }
        planes.put(call.value(), new Plane(line.number(), announced));
    }

    /** Forgets a call, and says whether its arrival is still announced on the display. */
    boolean remove(CallReference call) {
        var plane = planes == null ? null : planes.remove(call.value());
        if (planes != null && planes.isEmpty()) {
            planes = null;
        }
        return plane != null && plane.announced;
    }

    /** Whether the line shows any call. */
    boolean uses(LineInstance line) {
        if (planes != null) {
            for (var plane : planes.values()) {
                if (plane.line == line.number()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the phone shows no call. */
    boolean isIdle() {
        return planes == null;
    }

    void forwardedTo(String number) {
        forwardedTo = number;
    }

    /** Where all calls to the first line go; empty when they ring here. */
    String forwardedTo() {
        return forwardedTo;
    }

    void messages(LineInstance line, boolean waiting) {
        if (messages == null) {
            if (!waiting) {
                return;
            }
            messages = new BitSet();
        }
        messages.set(line.number(), waiting);
    }

    /** Whether the line has messages. */
    boolean hasMessages(LineInstance line) {
        return messages != null && messages.get(line.number());
    }

    /** Whether any line has messages. */
    boolean hasMessages() {
        return messages != null && !messages.isEmpty();
    }

    void ringsElsewhere(Optional<PickupCall> call) {
        ringing = call.orElse(null);
    }

    /** A call that the user may pick up. */
    Optional<PickupCall> ringsElsewhere() {
        return Optional.ofNullable(ringing);
    }

    void silent(boolean wanted) {
        silent = wanted;
    }

    /** Whether calls make no sound. */
    boolean isSilent() {
        return silent;
    }

    void hunted(boolean wanted) {
        loggedOut = !wanted;
    }

    /** Whether calls that are hunted do not ring here. */
    boolean isLoggedOut() {
        return loggedOut;
    }

    void opened(MediaStream stream) {
        if (streams == null) {
            streams = new IntObjectHashMap<>(4);
        }
        streams.put(stream.party(), stream);
    }

    void closed(MediaStream stream) {
        if (streams != null) {
            streams.remove(stream.party());
            if (streams.isEmpty()) {
                streams = null;
            }
        }
    }

    /** The open stream of this passThroughPartyId; one without a conference when there is none. */
    public MediaStream stream(int party) {
        var stream = streams == null ? null : streams.get(party);
        return stream == null ? new MediaStream(0, party) : stream;
    }

    private record Plane(int line, boolean announced) {}
}
