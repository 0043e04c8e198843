package org.keyline.processing;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.Clear;
import org.keyline.callcontrol.station.StationCommand.GiveDialTone;
import org.keyline.callcontrol.station.StationCommand.Offer;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.Forwards;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.SecurityClass;

/**
 * Measures what a call costs in call processing alone: pairs of phones in process call each other over and over. Run
 * its {@code main} with the calls, the pairs, {@code enbloc} or {@code digits}, the security mode and, to measure below
 * full load, the calls a second.
 */
final class CallLoad {
    private final TestSite site = new TestSite();
    private final LongAdder completed = new LongAdder();
    private final Semaphore budget;
    private final boolean enBloc;
    private final long nanosBetweenCalls;

    private CallLoad(int pairs, boolean enBloc, int callsPerSecond) {
        this.budget = new Semaphore(pairs);
        this.enBloc = enBloc;
        this.nanosBetweenCalls = callsPerSecond == 0 ? 0 : 1_000_000_000L / callsPerSecond;
    }

    public static void main(String[] arguments) throws Exception {
        var calls = Integer.parseInt(arguments[0]);
        var pairs = Integer.parseInt(arguments[1]);
        var rate = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0;
        var load = new CallLoad(pairs, arguments[2].equals("enbloc"), rate);
        var callers = load.phones(pairs, SecurityClass.valueOf(arguments[3]));
        load.run(callers, calls);
        for (var round = 0; round < 3; round++) {
            var cpu = cpuNanos();
            var dispatched = dispatcherNanos();
            var wall = System.nanoTime();
            load.run(callers, calls);
            System.out.printf(
                    "%d calls %s %s: %.1f us CPU a call (%.1f in dispatchers), %.0f calls/s%n",
                    calls,
                    arguments[2],
                    arguments[3],
                    (cpuNanos() - cpu) / 1e3 / calls,
                    (dispatcherNanos() - dispatched) / 1e3 / calls,
                    calls / ((System.nanoTime() - wall) / 1e9));
        }
        load.site.close();
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** What the actors' threads used; the rest of the process is the compiler, the collector and this load. */
    private static long dispatcherNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        var sum = 0L;
        for (var id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().contains("dispatcher")) {
                sum += threads.getThreadCpuTime(id);
            }
        }
        return sum;
    }

    private List<Automaton> phones(int pairs, SecurityClass security) {
        var numbers = new ArrayList<String>();
        for (var i = 0; i < 2 * pairs; i++) {
            numbers.add(Integer.toString(200_000 + i));
        }
        site.configureAll(numbers, DeviceSecurityMode.valueOf(security.name()));
        var callers = new ArrayList<Automaton>();
        for (var i = 0; i < pairs; i++) {
            callers.add(register(numbers.get(2 * i), numbers.get(2 * i + 1), security));
            register(numbers.get(2 * i + 1), "", security);
        }
        return callers;
    }

    private Automaton register(String number, String partner, SecurityClass security) {
        var phone = new Automaton(partner);
        var outcome = site.processing().register(TestSite.request(TestSite.name(number), security), phone);
        phone.handle = ((RegistrationOutcome.Accepted) outcome).handle();
        return phone;
    }

    private void run(List<Automaton> callers, int calls) throws InterruptedException {
        var before = completed.sum();
        var start = System.nanoTime();
        for (var i = 0; i < calls; i++) {
            LockSupport.parkNanos(start + i * nanosBetweenCalls - System.nanoTime());
            budget.acquire();
            callers.get(i % callers.size()).call();
        }
        budget.acquire(callers.size());
        budget.release(callers.size());
        if (completed.sum() - before != calls) {
            throw new IllegalStateException("Only " + (completed.sum() - before) + " calls were completed");
        }
    }

    /** A phone that does at once what is expected of it. */
    private final class Automaton implements StationLink {
        private final String partner;
        private final Semaphore free = new Semaphore(1);
        private volatile StationHandle handle = new StationHandle() {
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

            @Override
            public void signal(StationSignal signal) {}

            @Override
            public void gone(String reason) {}

            @Override
            public boolean inCall() {
                return false;
            }
        };

        Automaton(String partner) {
            this.partner = partner;
        }

        void call() throws InterruptedException {
            free.acquire();
            handle.signal(
                    enBloc
                            ? new StationSignal.EnBloc(partner, LineInstance.NONE)
                            : new StationSignal.OffHook(LineInstance.NONE, CallReference.NONE));
        }

        @Override
        public void deliver(List<StationCommand> commands) {
            for (var command : commands) {
                switch (command) {
                    case GiveDialTone tone ->
                        partner.chars()
                                .forEach(key ->
                                        handle.signal(new StationSignal.Digit((char) key, tone.line(), tone.call())));
                    case Offer offer ->
                        handle.signal(new StationSignal.Press(Softkey.ANSWER, offer.line(), offer.call()));
                    case OpenReceive open ->
                        handle.signal(new StationSignal.ReceiveOpened(
                                open.stream(), new MediaAddress(InetAddress.getLoopbackAddress(), 20_000)));
                    case StartTransmit start
                    when !partner.isEmpty() -> handle.signal(new StationSignal.OnHook(LineInstance.NONE, start.call()));
                    case Clear _
                    when !partner.isEmpty() -> {
                        completed.increment();
                        free.release();
                        budget.release();
                    }
                    default -> {}
                }
            }
        }

        @Override
        public void close(String reason) {}
    }
}
