package org.keyline.sccp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyline.callcontrol.registration.RegistrationRequest;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.Forwards;
import org.keyline.processing.CallProcessing;
import org.keyline.processing.RegistrationOutcome;
import org.keyline.processing.StationHandle;
import org.keyline.processing.StationLink;

/** Admits every configured phone, remembers what it is told, and says to phones what a test dictates. */
final class ScriptedProcessing implements CallProcessing {
    private final Phones phones;
    private final Map<String, StationLink> links = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<RegistrationRequest> requests = new CopyOnWriteArrayList<>();
    private volatile boolean inCall;

    ScriptedProcessing(Phones phones) {
        this.phones = phones;
    }

    @Override
    public RegistrationOutcome register(RegistrationRequest request, StationLink link) {
        requests.add(request);
        var phone = phones.current().phone(request.device());
        if (phone.isEmpty()) {
            return new RegistrationOutcome.Refused("Unknown device");
        }
        var before = links.put(request.device().text(), link);
        if (before != null) {
            before.close("Registered again");
        }
        return new RegistrationOutcome.Accepted(
                new Handle(request.device().text()), phone.get(), Phones.POOL, request.transport());
    }

    void say(String device, StationCommand... commands) {
        var link = links.get(device);
        if (link == null) {
            throw new AssertionError(device + " is not registered");
        }
        link.deliver(List.of(commands));
    }

    List<String> heard() {
        return heard;
    }

    List<RegistrationRequest> requests() {
        return requests;
    }

    void callIsUp(boolean up) {
        inCall = up;
    }

    private final class Handle implements StationHandle {
        @Override
        public Forwards forwards(LineInstance line) {
            return Forwards.NONE;
        }

        @Override
        public LineStatus watchedLine(int speedDial) {
            return LineStatus.UNKNOWN;
        }

        @Override
        public boolean messagesWaiting(LineInstance line) {
            return false;
        }

        private final String device;

        Handle(String device) {
            this.device = device;
        }

        @Override
        public void signal(StationSignal signal) {
            heard.add(device + " " + signal);
        }

        @Override
        public void gone(String reason) {
            heard.add(device + " gone: " + reason);
        }

        @Override
        public boolean inCall() {
            return inCall;
        }
    }
}
