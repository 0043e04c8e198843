package org.keyline.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.registration.RegistrationRequest;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/** A phone in process: it opens receivers when told to and remembers all it was told. */
final class TestPhone implements StationLink {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<StationCommand> told = new ArrayList<>();
    private final List<List<StationCommand>> deliveries = new ArrayList<>();
    private @Nullable StationHandle handle;
    private @Nullable String closed;

    static TestPhone registered(CallProcessing processing, RegistrationRequest request) {
        var phone = new TestPhone();
        var outcome = processing.register(request, phone);
        assertThat(outcome).isInstanceOf(RegistrationOutcome.Accepted.class);
        phone.accepted(((RegistrationOutcome.Accepted) outcome).handle());
        return phone;
    }

    private synchronized void accepted(StationHandle given) {
        handle = given;
        given.signal(new StationSignal.Capabilities(List.of(AudioCodec.G711_ULAW)));
    }

    synchronized StationHandle handle() {
        return Objects.requireNonNull(handle, "not registered");
    }

    @Override
    public synchronized void deliver(List<StationCommand> commands) {
        deliveries.add(List.copyOf(commands));
        told.addAll(commands);
        for (var command : commands) {
            if (command instanceof OpenReceive open) {
                handle().signal(new StationSignal.ReceiveOpened(
                        open.stream(), new MediaAddress(InetAddress.getLoopbackAddress(), 20_000)));
            }
        }
        notifyAll();
    }

    @Override
    public synchronized void close(String reason) {
        closed = reason;
        notifyAll();
    }

    /** Waits until it is told something of this kind, and returns it; each is waited for once. */
    <C extends StationCommand> C isTold(Class<C> kind) {
        return isTold(kind, _ -> true);
    }

    synchronized <C extends StationCommand> C isTold(Class<C> kind, Predicate<C> which) {
        await(kind.getSimpleName(), () -> told.stream().anyMatch(command -> matches(command, kind, which)));
        var found = told.stream()
                .filter(command -> matches(command, kind, which))
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
        told.remove(found);
        return found;
    }

    private static <C> boolean matches(StationCommand command, Class<C> kind, Predicate<C> which) {
        return kind.isInstance(command) && which.test(kind.cast(command));
    }

    synchronized String isClosed() {
        await("close", () -> closed != null);
        return Objects.requireNonNull(closed);
    }

    synchronized boolean isOpen() {
        return closed == null;
    }

    synchronized List<List<StationCommand>> deliveries() {
        return List.copyOf(deliveries);
    }

    private synchronized void await(String what, BooleanSupplier come) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!come.getAsBoolean()) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("Waited in vain for " + what + "; was told " + told);
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted", interrupted);
            }
        }
    }

    void goesOffHook() {
        handle().signal(new StationSignal.OffHook(LineInstance.NONE, CallReference.NONE));
    }

    void hangsUp() {
        handle().signal(new StationSignal.OnHook(LineInstance.NONE, CallReference.NONE));
    }

    void dials(String digits) {
        goesOffHook();
        isTold(StationCommand.GiveDialTone.class);
        digits.chars()
                .forEach(key ->
                        handle().signal(new StationSignal.Digit((char) key, LineInstance.NONE, CallReference.NONE)));
    }

    void dialsEnBloc(String digits) {
        handle().signal(new StationSignal.EnBloc(digits, LineInstance.NONE));
    }

    void presses(Softkey key) {
        handle().signal(new StationSignal.Press(key, LineInstance.NONE, CallReference.NONE));
    }

    void answers() {
        isTold(StationCommand.Offer.class);
        presses(Softkey.ANSWER);
    }
}
