package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.SaveResult;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.ctl.CtlChoice;
import org.keyline.lab.LabPhone;
import org.keyline.lab.LabPhoneBuilder;
import org.keyline.lab.trust.Flash;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.node.FirstAdministrator;
import org.keyline.node.KeylineNode;
import org.keyline.node.NodeSettings;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.serviceability.alarm.AlarmDefinition;
import org.keyline.serviceability.alarm.RaisedAlarm;
import org.keyline.trust.tls.LegacyAlgorithms;
import org.keyline.trust.tls.TlsProfile;
import org.keyline.trust.token.SecurityToken;

/**
 * A node with its phones, started once for a test class. After each test its phones are switched off.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Site SITE = Site.mixed().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"));
 * }</pre>
 */
final class Site implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Author ADMINISTRATOR = Author.administrator("site");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ALARMS = 1_000;

    static {
        // Must come before the first use of TLS in this process; what is offered is still each site's own profile.
        LegacyAlgorithms.enable();
    }

    private final boolean mixed;
    private final List<Desk> desks = new ArrayList<>();
    private final List<LabPhone> phones = new ArrayList<>();
    private final StringBuilder more = new StringBuilder();
    private final Map<String, Flash> flashes = new ConcurrentHashMap<>();
    private TlsProfile tls = TlsProfile.MODERN;
    private Security tokens = Security.OURS;
    private boolean phonesComeBack;
    private @Nullable KeylineNode node;
    private @Nullable NodeSettings settings;
    private long alarmsBefore;

    private Site(boolean mixed) {
        this.mixed = mixed;
    }

    /** A cluster in mixed mode, its CTL file signed. */
    static Site mixed() {
        return new Site(true);
    }

    /** A cluster as it is after a fresh start. */
    static Site nonSecure() {
        return new Site(false);
    }

    /** With these phones configured. */
    Site with(Desk... added) {
        desks.addAll(List.of(added));
        return this;
    }

    /** With more configuration, as YAML. */
    Site and(String yaml) {
        more.append(yaml);
        return this;
    }

    /** With tokens of its own. */
    Site signedBy(Security others) {
        tokens = others;
        return this;
    }

    /** With phones that try again, as real ones do; for stories in which services restart. */
    Site whosePhonesComeBack() {
        phonesComeBack = true;
        return this;
    }

    /** Admitting phones of 2004 to 2012. */
    Site legacyTls() {
        tls = TlsProfile.LEGACY_PHONE;
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        settings = Places.settings(Files.createTempDirectory("keyline-site").resolve("node"), tls);
        node = KeylineNode.start(settings);
        imports("keyline: 1\n" + more + Desk.yaml(desks));
        if (mixed) {
            tokens.mixedMode(data(), node.configuration());
            awaitsConfiguration();
        }
    }

    /** Imports YAML into the running node. */
    void imports(String yaml) {
        var result = node().configuration().file().importText(yaml, ImportMode.MERGE, ADMINISTRATOR);
        assertThat(result).as("%s", yaml).isInstanceOf(ImportResult.Imported.class);
        awaitsConfiguration();
    }

    /** Stops the node, does something to its directory, and starts it again. */
    void restarts(WhileDown work) throws Exception {
        node().close();
        work.run(settings());
        node = KeylineNode.start(settings());
        alarmsBefore = 0;
        awaitsConfiguration();
    }

    /** What is done while a node is down. */
    interface WhileDown {
        void run(NodeSettings settings) throws Exception;
    }

    /** Waits until calls and devices keep to what was configured last. */
    void awaitsConfiguration() {
        long wanted = node().configuration().store().revision();
        Await.until(
                "configuration " + wanted,
                () -> node().registrations().configurationRevision(),
                () -> node().registrations().configurationRevision() >= wanted);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        phones.forEach(LabPhone::close);
        Await.until(
                "all phones to be gone",
                () -> node().registrations().devices(),
                () -> node().registrations().devices().isEmpty());
        phones.clear();
        alarmsBefore = node().alarms().newest(1).stream()
                .mapToLong(RaisedAlarm::number)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        node().close();
        try (Stream<Path> files = Files.walk(data().getParent())) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }

    KeylineNode node() {
        return Objects.requireNonNull(node, "the site is not open");
    }

    private NodeSettings settings() {
        return Objects.requireNonNull(settings, "the site is not open");
    }

    Path data() {
        return settings().data();
    }

    InetAddress address() {
        return settings().bind();
    }

    InetSocketAddress at(int port) {
        return settings().on(port);
    }

    InetSocketAddress tftp() {
        return at(settings().tftpPort());
    }

    /** That person's phone, to be described further; it fetches its files from the site and keeps its flash. */
    LabPhoneBuilder phone(String person) {
        var desk = desks.stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + person));
        return stranger(person, desk.model());
    }

    /** A phone that is not configured. */
    LabPhoneBuilder stranger(String person, String model) {
        return unprovisioned(person, model).tftp(tftp()).flash(flashes.computeIfAbsent(person, _ -> new Flash()));
    }

    /** A phone that fetches no files. */
    LabPhoneBuilder unprovisioned(String person, String model) {
        var phone = LabPhone.model(model).of(person).named(Desk.device(person)).patience(PATIENCE);
        return phonesComeBack ? phone : phone.staysDown();
    }

    /** Looks after a phone: switches it off after the test. */
    LabPhone owns(LabPhone phone) {
        phones.add(phone);
        return phone;
    }

    /** That person's phone, booted and registered. */
    LabPhone boots(String person) {
        return owns(phone(person).build()).boots();
    }

    /** Those people's phones, booted at the same time. */
    List<LabPhone> boot(String... people) {
        var booting =
                Stream.of(people).map(person -> owns(phone(person).build())).toList();
        allBoot(booting);
        return booting;
    }

    static void allBoot(List<LabPhone> phones) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var each = phones.stream()
                    .map(phone -> CompletableFuture.runAsync(phone::boots, threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(each).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError awaited) {
                throw awaited;
            }
            throw e;
        }
    }

    /** The device name of that person's phone. */
    static DeviceName device(String person) {
        return new DeviceName(Desk.device(person));
    }

    /** Alarms of this test, newest first. */
    List<RaisedAlarm> alarms() {
        return node().alarms().newest(ALARMS).stream()
                .filter(alarm -> alarm.number() > alarmsBefore)
                .toList();
    }

    /** A field of that person's phone as it is configured now. */
    String configured(String person, String field) {
        return configuredPhone(person).text(field);
    }

    /** That person's phone as it is configured now. */
    ConfigObject configuredPhone(String person) {
        return node().configuration()
                .store()
                .find(Kinds.PHONE, Desk.device(person))
                .orElseThrow();
    }

    /** Gives the first administrator a new password. */
    String renewsPassword() throws IOException, GeneralSecurityException {
        try (var password =
                FirstAdministrator.renew(node().configuration().administrators(), FirstAdministrator.NAME)) {
            return password.use(String::new);
        }
    }

    /** Sets fields of that person's phone. */
    void sets(String person, String... fields) {
        imports("keyline: 1\nphones:\n  - name: " + Desk.device(person) + "\n    " + String.join("\n    ", fields)
                + "\n");
    }

    /** Has a token sign another CTL file while the node runs. */
    void signs(CtlChoice choice, SecurityToken signer, SecurityToken... added)
            throws IOException, GeneralSecurityException {
        Security.run(data(), node().configuration(), choice, signer, added);
        awaitsConfiguration();
    }

    /** Deletes that person's phone. */
    void removes(String person) {
        assertThat(node().configuration().store().remove(Kinds.PHONE, Desk.device(person), ADMINISTRATOR))
                .isInstanceOf(SaveResult.Saved.class);
        awaitsConfiguration();
    }

    /** Resets that person's phone and waits until it has registered again. */
    void resets(LabPhone phone, String person, Reset.Kind kind) {
        long before = registrations(phone);
        assertThat(node().devices().reset(device(person), kind)).isTrue();
        phone.awaits("to be registered once more", _ -> registrations(phone) > before)
                .isRegistered();
    }

    /** How often the phone was accepted. */
    static long registrations(LabPhone phone) {
        return phone.messages().stream()
                .filter(said -> said.message() instanceof ServerRegistration.RegisterAck)
                .count();
    }

    /** Waits for an alarm of this test with these parameters. */
    void raises(AlarmDefinition alarm, Map<String, String> parameters) {
        Await.until(
                "the alarm " + alarm.name() + " " + parameters,
                this::alarms,
                () -> alarms().stream()
                        .anyMatch(raised -> raised.alarm().equals(alarm)
                                && raised.parameters().entrySet().containsAll(parameters.entrySet())));
    }
}
