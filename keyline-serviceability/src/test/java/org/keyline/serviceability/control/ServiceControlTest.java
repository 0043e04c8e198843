package org.keyline.serviceability.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.alarm.AlarmLog;
import org.keyline.serviceability.control.ServiceProblem.Reason;
import org.keyline.serviceability.supervisor.PortUnavailable;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.serviceability.supervisor.ServiceStatus.State;
import org.keyline.serviceability.supervisor.Supervisor;

class ServiceControlTest {
    private final Supervisor supervisor =
            new Supervisor(Clock.systemUTC(), new AlarmLog(Clock.systemUTC()), Duration.ofSeconds(60));
    private final Kept kept = new Kept();
    private final ServiceControl control = new ServiceControl(supervisor, kept);
    private final Listening capf = listens(NodeService.CAPF);
    private final Listening web = listens(NodeService.WEB);

    private Listening listens(NodeService service) {
        var listening = new Listening(service);
        supervisor.add(listening, kept.isActivated(service));
        return listening;
    }

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void a_stopped_service_is_still_activated_and_a_deactivated_one_cannot_be_started() {
        supervisor.startAll();
        assertThat(capf.answers()).isTrue();

        assertThat(control.carryOut(ServiceOrder.STOP, NodeService.CAPF, "admin"))
                .isEmpty();
        assertThat(capf.answers()).isFalse();
        assertThat(control.isActivated(NodeService.CAPF)).isTrue();
        assertThat(kept.activated).contains(NodeService.CAPF);

        assertThat(control.carryOut(ServiceOrder.DEACTIVATE, NodeService.CAPF, "admin"))
                .isEmpty();
        assertThat(kept.activated).doesNotContain(NodeService.CAPF);
        for (var order : Set.of(ServiceOrder.START, ServiceOrder.RESTART)) {
            assertThat(control.carryOut(order, NodeService.CAPF, "admin"))
                    .map(ServiceProblem::reason)
                    .contains(Reason.DEACTIVATED);
        }
        assertThat(capf.answers()).isFalse();

        assertThat(control.carryOut(ServiceOrder.ACTIVATE, NodeService.CAPF, "admin"))
                .isEmpty();
        assertThat(capf.answers()).isTrue();
        assertThat(kept.activated).contains(NodeService.CAPF);
    }

    @Test
    void a_service_with_its_port_taken_is_activated_and_says_why_it_does_not_run() throws IOException {
        control.carryOut(ServiceOrder.DEACTIVATE, NodeService.CAPF, "admin");
        try (var _ = new ServerSocket(capf.port, 1, InetAddress.getLoopbackAddress())) {
            var problem = control.carryOut(ServiceOrder.ACTIVATE, NodeService.CAPF, "admin")
                    .orElseThrow();
            assertThat(problem.text(Locale.ENGLISH))
                    .startsWith("Cisco Certificate Authority Proxy Function could not start: ")
                    .contains("another program has this port", "every 60 seconds");
            assertThat(control.status(NodeService.CAPF).state()).isEqualTo(State.FAILED);
            assertThat(control.isActivated(NodeService.CAPF)).isTrue();
        }
        assertThat(control.carryOut(ServiceOrder.START, NodeService.CAPF, "admin"))
                .isEmpty();
        assertThat(capf.answers()).isTrue();
    }

    @Test
    void the_web_can_be_stopped_but_not_deactivated() {
        supervisor.startAll();
        assertThat(control.carryOut(ServiceOrder.DEACTIVATE, NodeService.WEB, "admin"))
                .map(ServiceProblem::reason)
                .contains(Reason.ALWAYS_ACTIVATED);
        assertThat(web.answers()).isTrue();
        assertThat(control.carryOut(ServiceOrder.STOP, NodeService.WEB, "admin"))
                .isEmpty();
        assertThat(web.answers()).isFalse();
    }

    @Test
    void what_is_forbidden_here_is_not_activated() {
        control.carryOut(ServiceOrder.DEACTIVATE, NodeService.CAPF, "admin");
        kept.obstacle = Optional.of(ServiceProblem.of(Reason.FIRST_NODE_ONLY, NodeService.CAPF.title(), "cm1"));

        assertThat(control.carryOut(ServiceOrder.ACTIVATE, NodeService.CAPF, "admin"))
                .map(problem -> problem.text(Locale.ENGLISH))
                .contains("Cisco Certificate Authority Proxy Function runs on the first node of the cluster only, which"
                        + " is cm1. Activate it there.");
        assertThat(kept.activated).doesNotContain(NodeService.CAPF);
        assertThat(capf.answers()).isFalse();
    }

    @Test
    void however_many_administrators_give_orders_at_once_what_is_kept_and_what_runs_are_the_same() {
        supervisor.startAll();
        try (var administrators = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 50; round++) {
                for (var order : ServiceOrder.values()) {
                    var _ = administrators.submit(() -> control.carryOut(order, NodeService.CAPF, "one of many"));
                }
            }
        }

        assertThat(control.isActivated(NodeService.CAPF)).isEqualTo(kept.activated.contains(NodeService.CAPF));
        assertThat(capf.answers()).isEqualTo(control.status(NodeService.CAPF).state() == State.RUNNING);
        control.carryOut(ServiceOrder.ACTIVATE, NodeService.CAPF, "the last one");
        control.carryOut(ServiceOrder.START, NodeService.CAPF, "the last one");
        assertThat(capf.answers()).isTrue();
        assertThat(capf.mostAtOnce).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void every_order_says_what_people_notice_of_it_in_both_languages(NodeService service) {
        for (var order : ServiceOrder.values()) {
            var english = ServiceTexts.consequence(Locale.ENGLISH, order, service);
            assertThat(english).isNotBlank();
            assertThat(ServiceTexts.consequence(Locale.JAPANESE, order, service))
                    .isNotBlank()
                    .isNotEqualTo(english);
        }
        assertThat(NodeService.named(service.title())).contains(service);
        assertThat(NodeService.named(" " + service.id().toUpperCase(Locale.ROOT)))
                .contains(service);
        assertThat(NodeService.named("cisco")).isEmpty();
        assertThat(NodeService.named("")).isEmpty();
    }

    /** What the database keeps. */
    private static final class Kept implements Activation {
        private final Set<NodeService> activated = EnumSet.allOf(NodeService.class);
        private Optional<ServiceProblem> obstacle = Optional.empty();

        @Override
        public boolean isActivated(NodeService service) {
            return activated.contains(service);
        }

        @Override
        public Optional<ServiceProblem> obstacle(NodeService service) {
            return obstacle;
        }

        @Override
        public void keep(NodeService service, boolean isActivated, String administrator) {
            if (isActivated) {
                activated.add(service);
            } else {
                activated.remove(service);
            }
        }
    }

    /** A service on a port of its own. */
    private static final class Listening implements Service {
        private final NodeService service;
        private final int port;
        private @Nullable ServerSocket socket;
        private int open;
        private int mostAtOnce;

        Listening(NodeService service) {
            this.service = service;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        boolean answers() {
            try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return client.isConnected();
            } catch (ConnectException refused) {
                return false;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String name() {
            return service.title();
        }

        @Override
        public synchronized void start() throws IOException {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var opened = new ServerSocket();
            try {
                opened.bind(address);
            } catch (IOException taken) {
                opened.close();
                throw new PortUnavailable(name(), address, taken);
            }
            socket = opened;
            open++;
            mostAtOnce = Math.max(mostAtOnce, open);
        }

        @Override
        public synchronized void stop() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
                open--;
            }
        }
    }
}
