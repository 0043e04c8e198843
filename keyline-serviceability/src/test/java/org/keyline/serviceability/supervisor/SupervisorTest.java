package org.keyline.serviceability.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyline.serviceability.alarm.AlarmLog;
import org.keyline.serviceability.supervisor.ServiceStatus.State;

class SupervisorTest {
    private final AlarmLog alarms = new AlarmLog(Clock.systemUTC());
    private final Supervisor supervisor = new Supervisor(Clock.systemUTC(), alarms, Duration.ofMillis(20));
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void services_start_in_order_and_stop_in_reverse() {
        supervisor.add(new Recorded("one", 0));
        supervisor.add(new Recorded("two", 0));

        supervisor.startAll();
        supervisor.close();

        assertThat(events).containsExactly("+one", "+two", "-two", "-one");
    }

    @Test
    void a_crashed_service_starts_again_and_the_others_stay() throws Exception {
        var frail = new Recorded("frail", 0);
        supervisor.add(frail);
        supervisor.add(new Recorded("sound", 0));
        supervisor.startAll();

        frail.crash("the disk is gone");

        assertThat(frail.startedAgain.await(30, TimeUnit.SECONDS))
                .as("restart after the crash")
                .isTrue();
        assertThat(events).doesNotContain("-sound");
        assertThat(alarms.newest(1).getFirst().text(Locale.ENGLISH)).contains("frail", "count 1", "the disk is gone");
    }

    @Test
    void a_service_that_cannot_start_is_tried_again_and_says_why_meanwhile() throws Exception {
        var late = new Recorded("late", 1);
        supervisor.add(late);

        supervisor.startAll();

        assertThat(alarms.newest(1).getFirst().alarm().name()).isEqualTo("ServiceNotStarted");
        assertThat(late.startedAgain.await(30, TimeUnit.SECONDS))
                .as("second attempt")
                .isTrue();
    }

    @Test
    void a_service_stopped_by_the_administrator_stays_stopped() {
        supervisor.add(new Recorded("one", 0));
        supervisor.startAll();

        supervisor.stop("one");

        assertThat(supervisor.status("one").state()).isEqualTo(State.STOPPED);
        assertThat(supervisor.status("one").activated()).isTrue();
        supervisor.start("one");
        assertThat(supervisor.status("one").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void a_service_that_failed_and_was_stopped_is_not_tried_again() throws Exception {
        var late = new Recorded("late", 1);
        supervisor.add(late);
        supervisor.add(new Recorded("witness", 1));
        supervisor.startAll();
        supervisor.stop("late");

        assertThat(awaitRunning("witness")).isTrue();
        // Its turn was before the witness's.
        assertThat(supervisor.status("late").state()).isEqualTo(State.STOPPED);
    }

    private boolean awaitRunning(String name) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (supervisor.status(name).state() != State.RUNNING && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return supervisor.status(name).state() == State.RUNNING;
    }

    @Test
    void a_deactivated_service_starts_neither_with_the_others_nor_alone_until_it_is_activated() {
        supervisor.add(new Recorded("one", 0), false);
        supervisor.startAll();
        supervisor.start("one");
        supervisor.restart("one");
        assertThat(supervisor.status("one").state()).isEqualTo(State.STOPPED);
        assertThat(events).isEmpty();

        supervisor.activate("one");
        assertThat(supervisor.status("one").state()).isEqualTo(State.RUNNING);
        supervisor.deactivate("one");
        assertThat(supervisor.status("one").activated()).isFalse();
        assertThat(events).containsExactly("+one", "-one");
    }

    @Test
    void whoever_starts_a_service_is_told_why_it_does_not() {
        supervisor.add(new Recorded("one", 1));
        assertThat(supervisor.start("one")).contains("the port is taken");
    }

    @Test
    void an_unknown_service_is_named_in_the_error() {
        assertThatThrownBy(() -> supervisor.start("none")).hasMessageContaining("none");
    }

    private final class Recorded implements Service {
        private final String name;
        private final CountDownLatch startedAgain;
        private int failures;
        private Consumer<Throwable> report = _ -> {};

        Recorded(String name, int failures) {
            this.name = name;
            this.failures = failures;
            this.startedAgain = new CountDownLatch(failures > 0 ? 1 : 2);
        }

        void crash(String reason) {
            report.accept(new IllegalStateException(reason));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() {
            if (failures-- > 0) {
                throw new IllegalStateException("the port is taken");
            }
            events.add("+" + name);
            startedAgain.countDown();
        }

        @Override
        public void stop() {
            events.add("-" + name);
        }

        @Override
        public void onCrash(Consumer<Throwable> report) {
            this.report = report;
        }
    }
}
