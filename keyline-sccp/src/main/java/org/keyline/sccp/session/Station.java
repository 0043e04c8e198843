package org.keyline.sccp.session;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.processing.StationHandle;
import org.keyline.processing.StationLink;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.command.CallPlanes;
import org.keyline.sccp.command.CommandTranslator;
import org.keyline.sccp.command.StationPanel;
import org.keyline.sccp.command.UnprotectedKeyException;
import org.keyline.sccp.station.RegisteredStation;

/**
 * A device on its session, from the Register it was accepted with until the next one. Call processing holds it as the
 * way to the phone; both its methods come from any thread and hop to the event loop, where a station that is no longer
 * the session's own is ignored.
 */
final class Station implements StationLink {
    private final SccpSession session;
    private @Nullable Admitted admitted;

    Station(SccpSession session) {
        this.session = session;
    }

    /** What is known once it is admitted. */
    record Admitted(RegisteredStation registered, StationHandle handle, CallPlanes planes, StationPanel panel) {}

    /** Makes it the admitted device; on the event loop, before anything can be delivered. */
    void admit(RegisteredStation registered, StationHandle handle) {
        var planes = new CallPlanes();
        admitted = new Admitted(registered, handle, planes, new StationPanel(registered, planes, session::send));
    }

    @Override
    public void deliver(List<StationCommand> commands) {
        session.onEventLoop(this, () -> use(who -> perform(commands, who)));
    }

    @Override
    public void close(String reason) {
        session.onEventLoop(this, () -> session.replaced(reason));
    }

    RegisteredStation registered() {
        return who().registered;
    }

    StationHandle handle() {
        return who().handle;
    }

    StationPanel panel() {
        return who().panel;
    }

    CallPlanes planes() {
        return who().planes;
    }

    String name() {
        return registered().phone().name().text();
    }

    private Admitted who() {
        if (admitted == null) {
            throw new IllegalStateException("A session's station is admitted");
        }
        return admitted;
    }

    private void use(Consumer<Admitted> action) {
        if (admitted != null) {
            action.accept(admitted);
        }
    }

    private void perform(List<StationCommand> commands, Admitted who) {
        for (var command : commands) {
            try {
                CommandTranslator.perform(command, who.panel, session::time);
            } catch (UnprotectedKeyException defect) {
                session.heldBack(defect);
                refuseReceive(command, who.handle);
            }
        }
        session.flush();
    }

    /** Call control would wait for an answer to a question that was never asked. */
    private static void refuseReceive(StationCommand command, StationHandle handle) {
        if (command instanceof StationCommand.OpenReceive open) {
            handle.signal(new StationSignal.ReceiveRefused(open.stream(), MediaStatus.UNKNOWN_ERROR.number()));
        }
    }
}
