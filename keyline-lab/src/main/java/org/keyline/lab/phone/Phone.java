package org.keyline.lab.phone;

import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.keyline.lab.capf.CapfAuthentication;
import org.keyline.lab.capf.CapfClient;
import org.keyline.lab.capf.CapfOutcome;
import org.keyline.lab.media.Heard;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PendingEnrolment;
import org.keyline.sccp.codec.field.AlarmReason;
import org.keyline.sccp.codec.field.ResetType;
import org.keyline.sccp.codec.message.StationMessage;

/**
 * A whole phone: it boots, enrols, registers, comes back after a loss, and obeys resets.
 *
 * <p>Files and CAPF are handled on virtual threads, signalling on the shared event loops.
 */
public final class Phone {
    private static final int MAX_RELOADS = 3;
    private static final int LOUDEST = 10;
    private static final Duration BETWEEN_ALARMS = Duration.ofMillis(50);

    private final PhoneSettings settings;
    private final Flash flash;
    private final Watch watch = new Watch();
    private final MessageLog log = new MessageLog();
    private final MediaDesk media;
    private final List<BootStep> steps = new ArrayList<>();

    /** What the call manager has not been told yet. */
    private final List<String> alarms = new ArrayList<>();

    private volatile Registration registration = Registration.DOWN;
    private volatile String reason = "";
    private volatile Optional<PhoneConfig> config = Optional.empty();
    private volatile Optional<CapfOutcome> enrolment = Optional.empty();
    private volatile Optional<CapfClient> enrolling = Optional.empty();
    private volatile int volume;
    private AlarmReason lastReset = AlarmReason.PHONE_INITIALISING;
    private Optional<ResetType> ordered = Optional.empty();
    private @Nullable Station station;
    private int attempt;
    private int generation;

    /** A phone that is switched off. */
    public Phone(PhoneSettings settings, Flash flash) {
        this.settings = settings;
        this.flash = flash;
        this.media = new MediaDesk(settings.address(), settings.frequency());
    }

    /** Switches on: boots and registers in the background. */
    public synchronized void powerOn() {
        volume = flash.volume();
        startOver(true);
    }

    /** Pulls the plug: no word to anybody. */
    public synchronized void cutPower() {
        generation++;
        if (station != null) {
            station.abandon(true);
            station = null;
        }
        stopEnrolment();
        media.closeAll();
        become(Registration.DOWN, "no power");
        watch.change(PhoneState::clear);
    }

    /** Unregisters and stays away. */
    public synchronized void unregister() {
        ordered = Optional.empty();
        generation++;
        if (station != null) {
            station.unregister();
        }
    }

    /** Breaks the connection, as a fault in the network does; the phone tries to come back. */
    public synchronized void loseConnection() {
        if (station != null) {
            station.abandon(true);
            new Session(generation).lost("network fault");
        }
    }

    /** How loud it rings now, from 0 to 10. */
    public int volume() {
        return volume;
    }

    /** The Volume button; counts until the power is cut. */
    public synchronized void turnVolume(int steps) {
        volume = Math.clamp(volume + steps, 0, LOUDEST);
    }

    /** The softkey Save beside the volume, which does nothing where the user has no access to settings. */
    public synchronized void saveVolume() {
        if (hasSettingsAccess()) {
            flash.keepVolume(volume);
        }
    }

    private boolean hasSettingsAccess() {
        return config.map(this::allowsSettings).orElse(true);
    }

    /** A load that does not know what the file says about it goes on as ever. */
    private boolean allowsSettings(PhoneConfig fetched) {
        return fetched.settingsAccess() || !knows(LoadFunction.SETTINGS_ACCESS);
    }

    private boolean knows(LoadFunction function) {
        var usual = settings.profile().load();
        return !settings.unaware().contains(function)
                || !flash.load().orElse(usual).equals(usual);
    }

    /** When access to settings is taken away, the phone keeps those it has by itself. */
    private synchronized void keepSettings(PhoneConfig fetched) {
        if (!allowsSettings(fetched) && hasSettingsAccess()) {
            flash.keepVolume(volume);
        }
    }

    private synchronized void startOver(boolean withFiles) {
        int mine = ++generation;
        attempt = 0;
        ordered = Optional.empty();
        if (station != null) {
            station.abandon(false);
            station = null;
        }
        become(Registration.BOOTING, "");
        Thread.ofVirtual().name(settings.deviceName()).start(() -> boot(mine, withFiles));
    }

    private void boot(int mine, boolean withFiles) {
        try {
            if (withFiles) {
                settings.files().ifPresent(source -> provision(mine, source));
            }
            connect(mine);
        } catch (RuntimeException e) {
            failed(mine, "boot failed: " + e);
            throw e;
        }
    }

    private void provision(int mine, org.keyline.lab.files.FileSource source) {
        boolean again = true;
        for (int load = 0; again && load < MAX_RELOADS && isCurrent(mine); load++) {
            var provisioning = new Provisioning(settings.deviceName(), settings.profile(), source, flash);
            provisioning.fetchTrustLists();
            provisioning.tellStrangers();
            var fetched = provisioning.fetchConfig();
            fetched.ifPresent(provisioning::fetchLoad);
            fetched.ifPresent(provisioning::fetchOthers);
            remember(provisioning);
            fetched.ifPresent(this::keepSettings);
            config = fetched.or(() -> config);
            if (fetched.isEmpty() && resumesEnrolment()) {
                again = true;
                continue;
            }
            fetched.map(PhoneConfig::verifiers)
                    .filter(servers -> !servers.isEmpty())
                    .ifPresent(servers -> flash.rememberVerifiers(
                            servers.stream().map(Phone::resolve).toList()));
            again = config.filter(this::enrolsBeforeRegistering)
                    .map(this::enrol)
                    .orElse(false);
        }
    }

    private synchronized void remember(Provisioning provisioning) {
        steps.addAll(provisioning.steps());
        alarms.addAll(provisioning.alarms());
    }

    private synchronized void remember(String what, String outcome) {
        steps.add(new BootStep(Instant.now(), what, outcome));
    }

    /** A secure phone does not register before its CAPF session has ended; without a string none begins. */
    private boolean enrolsBeforeRegistering(PhoneConfig current) {
        boolean hasCertificate = flash.lsc().isPresent();
        boolean stub = current.callManagers().isEmpty();
        return authentication(current).isPresent()
                && (stub || (current.isSecure() && (current.capfMode() >= 2 || !hasCertificate)));
    }

    private Optional<CapfAuthentication> authentication(PhoneConfig current) {
        if (!knows(LoadFunction.LSC)) {
            return Optional.empty();
        }
        return current.capfMode() == 1
                ? settings.authenticationString().map(CapfAuthentication.ByString::new)
                : CapfAuthentication.ofMode(current.capfMode());
    }

    /** Runs CAPF; whether the certificate changed, so that the configuration must be read again. */
    private boolean enrol(PhoneConfig current) {
        var how = authentication(current);
        var where = current.capf();
        if (how.isEmpty() || where.isEmpty()) {
            return false;
        }
        return enrol(where.get(), how.get());
    }

    private boolean enrol(PhoneConfig.Server where, CapfAuthentication how) {
        return enrol(new PendingEnrolment(resolve(where), how.mode()), how);
    }

    /** After a power failure, without a new configuration, the mode in flash counts (a string must be typed again). */
    private boolean resumesEnrolment() {
        var begun = flash.pendingEnrolment();
        var how = begun.flatMap(pending -> CapfAuthentication.ofMode(pending.mode()));
        return how.isPresent() && enrol(begun.get(), how.get());
    }

    private boolean enrol(PendingEnrolment begun, CapfAuthentication how) {
        var client = new CapfClient(settings.deviceName(), flash, settings.capf());
        enrolling = Optional.of(client);
        flash.beginEnrolment(begun);
        var outcome = client.run(begun.server(), how);
        enrolling = Optional.empty();
        if (outcome instanceof CapfOutcome.Ended) {
            flash.endEnrolment();
        }
        enrolment = Optional.of(outcome);
        remember("CAPF " + how, outcome.toString());
        watch.nudge();
        return outcome instanceof CapfOutcome.Ended ended && ended.reason() == 1;
    }

    private void connect(int mine) {
        var servers = servers();
        if (servers.isEmpty()) {
            failed(mine, "no configuration");
            return;
        }
        boolean secure = config.map(PhoneConfig::isSecure).orElse(settings.secure());
        if (secure && flash.identity().isEmpty()) {
            failed(mine, "no LSC and no MIC");
            return;
        }
        try {
            Optional<SslContext> tls =
                    secure ? Optional.of(PhoneTls.context(flash, settings.ciphers())) : Optional.empty();
            register(mine, servers, tls);
        } catch (SSLException e) {
            failed(mine, "TLS: " + e);
        }
    }

    private List<InetSocketAddress> servers() {
        return settings.callManagers().isEmpty()
                ? config.map(current -> current.signalling().stream()
                                .map(Phone::resolve)
                                .toList())
                        .orElse(List.of())
                : settings.callManagers();
    }

    private synchronized void register(int mine, List<InetSocketAddress> servers, Optional<SslContext> tls) {
        if (!isCurrent(mine)) {
            return;
        }
        var profile = flash.load().map(settings.profile()::running).orElse(settings.profile());
        var who = new Station.Who(settings.deviceName(), profile, settings.address(), settings.misbehaviour());
        var fresh = new Station(who, watch, log, media, lastReset, new Session(mine));
        station = fresh;
        watch.change(PhoneState::clear);
        become(Registration.REGISTERING, "");
        fresh.connect(servers.get(attempt % servers.size()), tls);
    }

    private synchronized boolean isCurrent(int mine) {
        return mine == generation;
    }

    private synchronized void failed(int mine, String why) {
        if (isCurrent(mine)) {
            become(Registration.LOST, why);
        }
    }

    private void become(Registration now, String why) {
        registration = now;
        reason = why;
        watch.nudge();
    }

    /** What one session tells; a session that is over is not listened to. */
    private final class Session implements Station.Owner {
        private final int mine;

        private Session(int mine) {
            this.mine = mine;
        }

        @Override
        public void registered() {
            synchronized (Phone.this) {
                if (!isCurrent(mine)) {
                    return;
                }
                become(Registration.REGISTERED, "");
                tellAlarms();
                lastReset = AlarmReason.PHONE_INITIALISING;
            }
            config.filter(current -> !enrolsBeforeRegistering(current))
                    .filter(current -> authentication(current).isPresent())
                    .ifPresent(current -> Thread.ofVirtual().start(() -> enrolRegistered(current)));
        }

        /** What happened while nobody could be told, one after the other, as a phone finds time. */
        private void tellAlarms() {
            var told = station;
            var texts = List.copyOf(alarms);
            alarms.clear();
            if (told != null && !texts.isEmpty()) {
                Thread.ofVirtual()
                        .start(() -> texts.forEach(text -> {
                            told.sayAlarm(text);
                            pause(BETWEEN_ALARMS);
                        }));
            }
        }

        /** A non-secure phone enrols once it is registered, and starts again with its new certificate. */
        private void enrolRegistered(PhoneConfig current) {
            if (enrol(current)) {
                reset(ResetType.RESTART);
            }
        }

        @Override
        public void time(Instant now) {
            settings.clock().set(now);
        }

        @Override
        public void rejected(String text) {
            synchronized (Phone.this) {
                if (isCurrent(mine)) {
                    lastReset = AlarmReason.REGISTRATION_REJECTED;
                    become(Registration.REJECTED, text);
                }
            }
        }

        @Override
        public void reset(ResetType type) {
            synchronized (Phone.this) {
                var open = station;
                if (!isCurrent(mine) || open == null || ordered.isPresent()) {
                    return;
                }
                lastReset = type == ResetType.RESET ? AlarmReason.SERVER_SENT_RESET : AlarmReason.SERVER_SENT_RESTART;
                ordered = Optional.of(type);
                open.unregister();
            }
        }

        @Override
        public void lost(String why) {
            synchronized (Phone.this) {
                if (!isCurrent(mine)) {
                    if (registration != Registration.DOWN) {
                        become(Registration.DOWN, why);
                    }
                    return;
                }
                media.closeAll();
                if (ordered.isPresent()) {
                    ordered = Optional.empty();
                    startOver(true);
                    return;
                }
                var wasRejected = registration == Registration.REJECTED;
                if (!wasRejected) {
                    become(Registration.LOST, why);
                }
                lastReset = AlarmReason.TCP_CLOSED_UNKNOWN_REASON;
                attempt++;
                settings.reconnectPause()
                        .ifPresent(pause -> Thread.ofVirtual().start(() -> comeBack(mine, pause, wasRejected)));
            }
        }
    }

    /** A phone that was turned away looks for other files first. */
    private void comeBack(int mine, Duration pause, boolean withFiles) {
        pause(pause);
        if (!Thread.currentThread().isInterrupted() && isCurrent(mine)) {
            boot(mine, withFiles);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetSocketAddress resolve(PhoneConfig.Server server) {
        try {
            return new InetSocketAddress(InetAddress.getByName(server.host()), server.port());
        } catch (UnknownHostException _) {
            return InetSocketAddress.createUnresolved(server.host(), server.port());
        }
    }

    /**
     * The user types an authentication string and CAPF begins; what comes of it. The menu has no place to type it
     * unless the phone is registered and non-secure.
     */
    public CapfOutcome typeAuthenticationString(String digits) {
        if (registration != Registration.REGISTERED) {
            throw new IllegalStateException("no string can be entered while the phone is not registered");
        }
        if (config.filter(PhoneConfig::isSecure).isPresent()) {
            throw new IllegalStateException("no string can be entered on a secure phone");
        }
        var where = config.flatMap(PhoneConfig::capf)
                .orElseThrow(() -> new IllegalStateException("the configuration names no CAPF server"));
        if (enrol(where, new CapfAuthentication.ByString(digits))) {
            startOver(true);
        }
        return enrolment.orElseThrow();
    }

    /** The user presses Stop, or the power is gone: a CAPF session that runs ends where it is. */
    public void stopEnrolment() {
        enrolling.ifPresent(CapfClient::stop);
    }

    /** What its user can do in its menus, as they are now. */
    public SettingsMenu menu() {
        return new SettingsMenu(settings.profile(), flash, hasSettingsAccess(), () -> startOver(true));
    }

    /** Says something to the call manager. */
    public void say(StationMessage message) {
        current().say(message);
    }

    /** Sends any bytes on the signalling connection. */
    public void sayRaw(byte[] bytes) {
        current().sayRaw(bytes);
    }

    private synchronized Station current() {
        if (station == null) {
            throw new IllegalStateException(settings + " is not connected: " + registration + " " + reason);
        }
        return station;
    }

    /** The agreed TLS cipher suite; empty over TCP. */
    public String cipherSuite() {
        return current().cipherSuite();
    }

    /** How it is set up. */
    public PhoneSettings settings() {
        return settings;
    }

    /** What is in its flash. */
    public Flash flash() {
        return flash;
    }

    /** What a person sees and hears. */
    public Watch watch() {
        return watch;
    }

    /** How far registration has come. */
    public Registration registration() {
        return registration;
    }

    /** Why registration is as it is: the text of a rejection, the reason of a loss. */
    public String reason() {
        return reason;
    }

    /** The configuration in force. */
    public Optional<PhoneConfig> config() {
        return config;
    }

    /**
     * Whether it would try TLS with the SRST gateway: the cluster is mixed, its own mode is authenticated or encrypted,
     * the gateway is secure, and there is a valid certificate of it in the file (spec OV-39, SRST-13, PH-055).
     */
    public boolean wouldTrySecureSrst() {
        return knows(LoadFunction.SECURE_SRST)
                && flash.isOfMixedCluster()
                && config.filter(PhoneConfig::isSecure)
                        .flatMap(PhoneConfig::srst)
                        .filter(SrstInfo::isEnabled)
                        .filter(SrstInfo::secure)
                        .filter(srst -> srst.hasValidCertificate(Instant.now()))
                        .isPresent();
    }

    /** How the last CAPF session ended. */
    public Optional<CapfOutcome> enrolment() {
        return enrolment;
    }

    /** What was done while booting, all boots together. */
    public synchronized List<BootStep> bootSteps() {
        return List.copyOf(steps);
    }

    /** The messages of this phone, oldest first. */
    public List<Exchange> messages() {
        return log.all();
    }

    /** What it hears now. */
    public Heard heard() {
        return media.heard();
    }

    /** The multicast groups it is in. */
    public List<InetSocketAddress> groups() {
        return media.groups();
    }

    /** What it heard when the last channel was closed. */
    public Heard lastHeard() {
        return media.lastHeard();
    }

    /** Whether it sends its tone. */
    public boolean isSending() {
        return media.isSending();
    }

    /** Whether a receive channel is open. */
    public boolean isReceiving() {
        return media.isReceiving();
    }
}
