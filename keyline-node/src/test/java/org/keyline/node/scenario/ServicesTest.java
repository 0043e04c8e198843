package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.provider.RemoteProvider;
import org.keyline.lab.phone.Registration;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.server.NodeService;
import org.keyline.node.FirstAdministrator;
import org.keyline.node.KeylineNode;
import org.keyline.node.NodeDirectory;
import org.keyline.node.NodeSettings;
import org.keyline.node.ServicesBeside;
import org.keyline.node.secure.Given;
import org.keyline.node.secure.Secure;
import org.keyline.node.service.NodeActivation;
import org.keyline.node.service.ServiceDesk;
import org.keyline.node.service.ServiceLine;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.serviceability.control.ServiceProblem.Reason;
import org.keyline.serviceability.supervisor.ServiceStatus.State;
import org.keyline.spec.Spec;
import org.keyline.trust.tls.TlsProfile;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustListReader;
import org.slf4j.LoggerFactory;

/** An administrator has services stop, start, and belong to a node or not; phones and CTL clients notice. */
@Timeout(300)
class ServicesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CAPF = 3804;
    private static final int CTL_PROVIDER = 2444;

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .whosePhonesComeBack()
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002"),
                    Desk.of("carol", "2003")
                            .with("certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_NULL_STRING"),
                    Desk.of("dave", "2004")
                            .with("certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_NULL_STRING"));

    @TempDir
    private Path elsewhere = Path.of("");

    private static ServiceDesk desk() throws IOException {
        return ServicesBeside.of(
                NodeDirectory.existing(SITE.data()), SITE.node().configuration());
    }

    private static void done(ServiceOrder order, NodeService service) throws IOException {
        assertThat(desk().carryOut(order, service)).isEmpty();
    }

    private static ServiceLine line(NodeService service) throws IOException {
        return desk().services().stream()
                .filter(line -> line.name().equals(service.title()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(SITE.address(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static RemoteProvider client() throws Exception {
        var address = SITE.at(CTL_PROVIDER);
        var client = RemoteProvider.connect("ccm", address, RemoteProvider.certificateOf(address));
        var accounts = SITE.node().configuration().administrators();
        try (var password = FirstAdministrator.renew(accounts, FirstAdministrator.NAME)) {
            client.authenticate(FirstAdministrator.NAME, password);
        }
        return client;
    }

    private static byte[] ctl() throws IOException {
        return Files.readAllBytes(SITE.data().resolve("tftp").resolve("CTLFile.tlv"));
    }

    private static long capfRecords() throws Exception {
        return TrustListReader.read(ctl()).with(Role.CAPF).count();
    }

    @AfterEach
    void everythingRunsAgain() throws Exception {
        for (var service : NodeService.values()) {
            done(ServiceOrder.ACTIVATE, service);
            done(ServiceOrder.START, service);
        }
        if (capfRecords() == 0) {
            SITE.signs(CtlChoice.UPDATE, Security.OURS.first());
        }
    }

    @Test
    void phones_lose_a_stopped_call_manager_and_come_back_when_it_runs_again() throws Exception {
        var phones = SITE.boot("alice", "bob");
        phones.getFirst().dials("2002");
        phones.getLast().rings().answers().hears(phones.getFirst());

        done(ServiceOrder.STOP, NodeService.CALLMANAGER);

        assertThat(isOpen(2000)).isFalse();
        assertThat(isOpen(2443)).isFalse();
        for (var phone : phones) {
            phone.awaits("to lose its server", _ -> phone.phone().registration() != Registration.REGISTERED);
        }
        Await.until(
                "no device to be registered",
                SOON,
                () -> SITE.node().registrations().devices(),
                () -> SITE.node().registrations().devices().isEmpty());
        assertThat(line(NodeService.CALLMANAGER).state()).isEqualTo(State.STOPPED);
        assertThat(line(NodeService.CALLMANAGER).activated()).isTrue();
        assertThat(line(NodeService.TFTP).state()).isEqualTo(State.RUNNING);

        done(ServiceOrder.START, NodeService.CALLMANAGER);
        for (var phone : phones) {
            Await.until(
                    "the phone to be back",
                    SOON,
                    phone::describe,
                    () -> phone.phone().registration() == Registration.REGISTERED);
        }
    }

    @Test
    @Spec({"CAPF-023", "CTL3-20"})
    void what_is_deactivated_stays_closed_over_a_restart_of_the_node_until_it_is_activated() throws Exception {
        done(ServiceOrder.DEACTIVATE, NodeService.CAPF);
        done(ServiceOrder.DEACTIVATE, NodeService.TVS);
        assertThat(isOpen(CAPF)).isFalse();

        SITE.restarts(_ -> {});

        assertThat(isOpen(CAPF)).isFalse();
        assertThat(isOpen(2445)).isFalse();
        assertThat(isOpen(CTL_PROVIDER)).isTrue();
        assertThat(line(NodeService.CAPF).activated()).isFalse();
        assertThat(desk().carryOut(ServiceOrder.START, NodeService.CAPF)
                        .orElseThrow()
                        .text(Locale.ENGLISH))
                .startsWith("Cisco Certificate Authority Proxy Function is deactivated, so nothing starts it.");
        assertThat(isOpen(CAPF)).isFalse();

        done(ServiceOrder.ACTIVATE, NodeService.CAPF);
        assertThat(isOpen(CAPF)).isTrue();
        SITE.restarts(_ -> {});
        assertThat(isOpen(CAPF)).isTrue();
    }

    @Test
    void activation_of_a_node_that_does_not_run_counts_when_it_starts() throws Exception {
        SITE.restarts(settings -> {
            try (var configuration = Configuration.open(settings.data())) {
                var desk = ServicesBeside.of(NodeDirectory.existing(settings.data()), configuration);
                assertThat(desk.carryOut(ServiceOrder.DEACTIVATE, NodeService.CTL_PROVIDER))
                        .isEmpty();
                assertThat(desk.carryOut(ServiceOrder.START, NodeService.TFTP))
                        .map(problem -> problem.reason())
                        .contains(Reason.ASLEEP);
                assertThat(desk.services()).allMatch(line -> line.state() == State.STOPPED);
                assertThat(desk.services())
                        .filteredOn(line -> !line.activated())
                        .extracting(ServiceLine::id)
                        .containsExactly("ctl-provider");
            }
        });
        assertThat(isOpen(CTL_PROVIDER)).isFalse();
    }

    @Test
    @Spec("CAPF-023")
    void another_node_than_the_first_has_no_capf_and_says_where_it_belongs() throws Exception {
        var first = elsewhere.resolve("first");
        var settings = Places.settings(first, TlsProfile.MODERN);
        KeylineNode.start(settings).close();
        try (var configuration = Configuration.open(first)) {
            configuration
                    .store()
                    .create(
                            Kinds.NODE,
                            Map.of("name", Value.of("aa2"), "address", Value.of("127.0.0.2")),
                            Author.administrator("admin"))
                    .orThrow();
        }
        var second = new NodeSettings(
                first,
                settings.bind(),
                "aa2",
                settings.tftpPort(),
                settings.httpFilesPort(),
                settings.webPort(),
                settings.metricsPort(),
                TlsProfile.MODERN);
        try (var node = KeylineNode.start(second)) {
            var desk = ServicesBeside.of(NodeDirectory.existing(first), node.configuration(), "aa2");
            assertThat(desk.services())
                    .filteredOn(line -> line.state() != State.RUNNING)
                    .extracting(ServiceLine::id)
                    .containsExactly("capf");
            var refused = desk.carryOut(ServiceOrder.ACTIVATE, NodeService.CAPF).orElseThrow();
            assertThat(refused.text(Locale.ENGLISH))
                    .isEqualTo("Cisco Certificate Authority Proxy Function runs on the first node of the cluster only,"
                            + " which is cm1. Activate it there.");
            try (var socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(settings.on(CAPF))).isInstanceOf(IOException.class);
            }
            assertThat(new NodeActivation(node.configuration(), "cm1").isActivated(NodeService.CAPF))
                    .isTrue();
        }
    }

    @Test
    @Spec("CTL3-19")
    void activation_of_the_ctl_provider_sets_its_port_back_to_2444() throws Exception {
        var store = SITE.node().configuration().store();
        store.setParameter(Kinds.get("ctlProvider"), "portNumber", Value.of(12_446), Author.administrator("admin"))
                .orThrow();
        done(ServiceOrder.RESTART, NodeService.CTL_PROVIDER);
        assertThat(isOpen(12_446)).isTrue();
        assertThat(isOpen(CTL_PROVIDER)).isFalse();

        done(ServiceOrder.DEACTIVATE, NodeService.CTL_PROVIDER);
        assertThat(isOpen(12_446)).isFalse();
        done(ServiceOrder.ACTIVATE, NodeService.CTL_PROVIDER);

        assertThat(isOpen(CTL_PROVIDER)).isTrue();
        assertThat(isOpen(12_446)).isFalse();
        assertThat(store.find(Kinds.get("ctlProvider"), "ctlProvider")
                        .orElseThrow()
                        .number("portNumber"))
                .isEqualTo(CTL_PROVIDER);
    }

    @Test
    @Spec("BR-02")
    void without_an_active_and_running_ctl_provider_no_ctl_operation_is_possible() throws Exception {
        var before = ctl();
        for (var order : List.of(ServiceOrder.STOP, ServiceOrder.DEACTIVATE)) {
            try (var working = client()) {
                working.begin();
                done(order, NodeService.CTL_PROVIDER);

                assertThatThrownBy(() -> working.postCtlFile(Octets.of(before), false, ""))
                        .isInstanceOf(ProviderException.class);
                assertThatThrownBy(working::securityMode).isInstanceOf(ProviderException.class);
            }
            assertThatThrownBy(ServicesTest::client).isInstanceOfSatisfying(ProviderException.class, refused -> {
                assertThat(refused.reason()).isEqualTo(CtlMessage.NOT_REACHED);
                assertThat(refused.text(Locale.ENGLISH))
                        .contains("Could not connect to CTL provider Service.")
                        .contains("Does the Cisco CTL Provider run there");
            });
            assertThatThrownBy(() -> SITE.signs(CtlChoice.UPDATE, Security.OURS.first()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("NOT_REACHED");
            assertThat(ctl()).isEqualTo(before);
            done(ServiceOrder.ACTIVATE, NodeService.CTL_PROVIDER);
            done(ServiceOrder.START, NodeService.CTL_PROVIDER);
        }
        try (var client = client()) {
            client.begin();
            assertThat(client.ctlFile()).isPresent();
        }
        SITE.signs(CtlChoice.UPDATE, Security.OURS.first());
        assertThat(ctl()).isNotEqualTo(before);
    }

    @Test
    @Spec({"CTL3-23", "CAPF-024", "CAPF-025", "ADJ-34"})
    void capf_gets_into_a_ctl_file_only_while_it_runs_and_then_phones_need_no_other_file() throws Exception {
        for (var order : List.of(ServiceOrder.STOP, ServiceOrder.DEACTIVATE)) {
            done(order, NodeService.CAPF);
            try (var client = client()) {
                assertThat(client.capfCertificate()).isEmpty();
                assertThat(client.capfFiles()).isEmpty();
            }
            SITE.signs(CtlChoice.UPDATE, Security.OURS.first());
            assertThat(capfRecords()).isZero();
            done(ServiceOrder.ACTIVATE, NodeService.CAPF);
            done(ServiceOrder.START, NodeService.CAPF);
            assertThat(capfRecords()).as("the file made before").isZero();
        }
        SITE.signs(CtlChoice.UPDATE, Security.OURS.first());
        assertThat(capfRecords()).isEqualTo(1);

        var made = ctl();
        SITE.boots("carol").hasEnrolled().hasLsc();
        assertThat(ctl()).isEqualTo(made);
    }

    @Test
    @Spec("CAPF-025")
    void no_certificate_operation_happens_while_capf_is_stopped_and_it_is_done_afterwards() throws Exception {
        done(ServiceOrder.STOP, NodeService.CAPF);

        var dave = SITE.boots("dave");
        dave.awaits("to be registered", _ -> dave.phone().registration() == Registration.REGISTERED);
        assertThat(dave.flash().lsc()).isEmpty();
        assertThat(SITE.configured("dave", "certificateOperation")).isEqualTo("INSTALL_UPGRADE");
        assertThat(SITE.configured("dave", "operationStatus")).isEqualTo("Install/Upgrade pending");

        done(ServiceOrder.START, NodeService.CAPF);
        SITE.resets(dave, "dave", Reset.Kind.RESET);
        dave.hasLsc();
        Await.until(
                "the operation's success",
                SOON,
                () -> SITE.configured("dave", "operationStatus"),
                () -> SITE.configured("dave", "operationStatus").equals("Install/Upgrade successful"));
    }

    @Test
    @Spec("CAPF-024")
    void the_guide_to_a_secure_system_offers_to_activate_and_start_what_it_needs() throws Exception {
        done(ServiceOrder.DEACTIVATE, NodeService.CAPF);
        done(ServiceOrder.STOP, NodeService.CTL_PROVIDER);
        var secure = new Secure(SITE.data(), Given.nothing("admin"), Locale.ENGLISH);
        var lines = new ArrayList<String>();
        secure.check(lines::add);
        assertThat(lines)
                .contains("[to do] CAPF is active — It is deactivated on this node.")
                .contains("[to do] The CTL Provider is active — It is stopped.")
                .anyMatch(line -> line.startsWith("[done] The node runs"));

        var administrator = new Securing()
                .answers("What now?", "Not now")
                .answers("CAPF is active | What now?", Securing.DO_IT)
                .answers("The CTL Provider is active | What now?", Securing.DO_IT);
        secure.guide(administrator, Throwable::getMessage);

        assertThat(administrator.told())
                .contains("Activate Cisco Certificate Authority Proxy Function?", "Start Cisco CTL Provider?");
        assertThat(isOpen(CAPF)).isTrue();
        assertThat(isOpen(CTL_PROVIDER)).isTrue();
    }

    @Test
    @Spec({"CAPF-033", "LOG-06", "LOG-09", "LOG-11"})
    void detailed_traces_are_switched_on_and_off_while_the_services_run_and_hold_no_secret() throws Exception {
        var capf = SITE.data().resolve("trace").resolve("capf").resolve("capf-trace.log");
        var provider = SITE.data().resolve("trace").resolve("ctl-provider").resolve("ctl-provider-trace.log");
        assertThat(capf).doesNotExist();
        var running = line(NodeService.CAPF).since();
        SITE.imports("keyline: 1\ncapf: {traceLevel: DETAILED}\nctlProvider: {traceLevel: DETAILED}\n");

        SITE.sets(
                "bob",
                "certificateOperation: INSTALL_UPGRADE",
                "authenticationMode: BY_AUTHENTICATION_STRING",
                "authenticationString: \"7531902\"");
        SITE.boots("bob").entersAuthenticationString("7531902").hasLsc();
        client().close();
        awaits(capf, "device=\"" + Desk.device("bob") + "\"", "next=\"Recording\"");
        awaits(provider, "request=\"AuthenticateUser\" answer=\"Done\"");
        assertThat(Files.readString(capf)).doesNotContain("7531902");
        assertThat(line(NodeService.CAPF).since()).isEqualTo(running);

        SITE.imports("keyline: 1\ncapf: {traceLevel: NORMAL}\nctlProvider: {traceLevel: NORMAL}\n");
        Await.until("the trace to be closed", SOON, () -> "", () -> !isTraced());
        var length = Files.size(provider);
        client().close();
        assertThat(Files.size(provider)).isEqualTo(length);
    }

    private static boolean isTraced() {
        return LoggerFactory.getLogger("org.keyline.ctl.provider").isDebugEnabled();
    }

    private static void awaits(Path file, String... texts) {
        for (var text : texts) {
            Await.until(
                    "\"" + text + "\" in " + file,
                    SOON,
                    () -> content(file),
                    () -> content(file).contains(text));
        }
    }

    private static String content(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_web_can_be_stopped_and_started_without_itself() throws Exception {
        assertThat(isOpen(8443)).isTrue();
        done(ServiceOrder.STOP, NodeService.WEB);
        assertThat(isOpen(8443)).isFalse();
        assertThat(desk().carryOut(ServiceOrder.DEACTIVATE, NodeService.WEB))
                .map(problem -> problem.reason())
                .contains(Reason.ALWAYS_ACTIVATED);
        done(ServiceOrder.START, NodeService.WEB);
        assertThat(isOpen(8443)).isTrue();
    }
}
