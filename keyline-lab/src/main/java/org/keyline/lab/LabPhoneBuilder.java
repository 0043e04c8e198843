package org.keyline.lab;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyline.lab.capf.CapfManners;
import org.keyline.lab.files.FileSource;
import org.keyline.lab.files.HttpFiles;
import org.keyline.lab.files.PrimaryAndBackup;
import org.keyline.lab.files.TftpClient;
import org.keyline.lab.firmware.Vendor;
import org.keyline.lab.phone.LoadFunction;
import org.keyline.lab.phone.Misbehaviour;
import org.keyline.lab.phone.Phone;
import org.keyline.lab.phone.PhoneProfile;
import org.keyline.lab.phone.PhoneSettings;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PhoneClock;
import org.keyline.lab.trust.PhoneIdentity;

/** Describes a lab phone; everything but the place of its server has a sensible value. */
public final class LabPhoneBuilder {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int LOWEST_TONE = 400;
    private static final int TONE_STEP = 50;
    private static final int TONES = 56;

    private final int count = COUNT.getAndIncrement();
    private final Set<Misbehaviour> misbehaviour = EnumSet.noneOf(Misbehaviour.class);
    private final List<InetSocketAddress> callManagers = new ArrayList<>();
    private PhoneProfile profile;
    private String name = String.format("SEP00DA7A%06X", count + 1);
    private Optional<String> owner = Optional.empty();
    private InetAddress address = InetAddress.getLoopbackAddress();
    private Optional<FileSource> files = Optional.empty();
    private boolean secure;
    private List<String> ciphers = List.of();
    private CapfManners capf = CapfManners.USUAL.pausing(Duration.ofMillis(500));
    private Optional<String> authenticationString = Optional.empty();
    private Optional<Duration> reconnectPause = Optional.of(Duration.ofSeconds(1));
    private Duration patience = Duration.ofSeconds(10);
    private Flash flash = new Flash();
    private PhoneClock clock = PhoneClock.right();
    private boolean checksDates;
    private Set<LoadFunction> unaware = Set.of();

    LabPhoneBuilder(PhoneProfile profile) {
        this.profile = profile;
    }

    /** Names the person in front of it, for messages of failed tests. */
    public LabPhoneBuilder of(String person) {
        owner = Optional.of(person);
        return this;
    }

    /** Its MAC address: twelve hexadecimal digits, separators allowed. */
    public LabPhoneBuilder mac(String mac) {
        return named("SEP" + mac.replaceAll("[:.-]", "").toUpperCase(Locale.ROOT));
    }

    /** Its whole device name, where it does not follow from the MAC address. */
    public LabPhoneBuilder named(String deviceName) {
        name = deviceName;
        return this;
    }

    /** A load that speaks at most this protocol version. */
    public LabPhoneBuilder speaking(int version) {
        profile = profile.speaking(version);
        return this;
    }

    /** Changes the model's profile. */
    public LabPhoneBuilder like(java.util.function.UnaryOperator<PhoneProfile> change) {
        profile = change.apply(profile);
        return this;
    }

    /** The address the phone uses itself, for example 127.0.0.5. */
    public LabPhoneBuilder at(String ownAddress) {
        try {
            address = InetAddress.getByName(ownAddress);
            return this;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(ownAddress, e);
        }
    }

    /** Fetches its files by TFTP. */
    public LabPhoneBuilder tftp(InetSocketAddress server) {
        return files(new TftpClient(server));
    }

    /** Fetches its files by TFTP. */
    public LabPhoneBuilder tftp(String host, int port) {
        return tftp(new InetSocketAddress(host, port));
    }

    /** Fetches its files by TFTP from the first of two servers that answers. */
    public LabPhoneBuilder tftp(InetSocketAddress primary, InetSocketAddress backup) {
        return files(new PrimaryAndBackup(new TftpClient(primary), new TftpClient(backup)));
    }

    /** Made by that vendor: it runs only what the vendor signed. */
    public LabPhoneBuilder madeBy(Vendor vendor) {
        flash.burnImageSigner(vendor.certificate());
        return this;
    }

    /** Fetches its files by HTTP. */
    public LabPhoneBuilder http(InetSocketAddress server) {
        return files(new HttpFiles(server));
    }

    /** Fetches its files from anywhere. */
    public LabPhoneBuilder files(FileSource source) {
        files = Optional.of(source);
        return this;
    }

    /** Registers there over TCP, whatever files say; several are tried in order. */
    public LabPhoneBuilder registersAt(InetSocketAddress server) {
        callManagers.add(server);
        return this;
    }

    /** Registers there over TLS, whatever files say. */
    public LabPhoneBuilder registersSecurelyAt(InetSocketAddress server) {
        secure = true;
        return registersAt(server);
    }

    /** Offers only these TLS cipher suites. */
    public LabPhoneBuilder ciphers(String... suites) {
        ciphers = List.of(suites);
        return this;
    }

    /** What the user types when CAPF wants a string. */
    public LabPhoneBuilder capf(String digits) {
        authenticationString = Optional.of(digits);
        return this;
    }

    /** Its manners in a CAPF session. */
    public LabPhoneBuilder capf(CapfManners manners) {
        capf = manners;
        return this;
    }

    /** Uses the flash of another phone, or of this one in an earlier life. */
    public LabPhoneBuilder flash(Flash memory) {
        flash = memory;
        return this;
    }

    /** Puts in a manufacturer's certificate. */
    public LabPhoneBuilder mic(PhoneIdentity identity) {
        flash.burnMic(identity);
        return this;
    }

    /** Puts in a locally significant certificate. */
    public LabPhoneBuilder lsc(PhoneIdentity identity) {
        flash.storeLsc(identity);
        return this;
    }

    /** Makes it misbehave. */
    public LabPhoneBuilder misbehaving(Misbehaviour... ways) {
        misbehaviour.addAll(List.of(ways));
        return this;
    }

    /** Its clock shows this time when it is switched on, as after years without power. */
    public LabPhoneBuilder clock(Instant time) {
        clock = PhoneClock.showing(time);
        return this;
    }

    /** The load it comes with does not know these; another one does. */
    public LabPhoneBuilder unawareOf(LoadFunction... functions) {
        unaware = Set.of(functions);
        return this;
    }

    /** It believes certificates only within their validity by its own clock, as newer models may. */
    public LabPhoneBuilder checkingDates() {
        checksDates = true;
        return this;
    }

    /** Does not come back by itself after losing its connection. */
    public LabPhoneBuilder staysDown() {
        reconnectPause = Optional.empty();
        return this;
    }

    /** Comes back after that pause. */
    public LabPhoneBuilder comesBackAfter(Duration pause) {
        reconnectPause = Optional.of(pause);
        return this;
    }

    /** How long the person waits for anything before the test fails; 10 s unless said otherwise. */
    public LabPhoneBuilder patience(Duration limit) {
        patience = limit;
        return this;
    }

    /** The phone, switched off. */
    public LabPhone build() {
        if (checksDates) {
            flash.checkDatesBy(clock);
        }
        int frequency = LOWEST_TONE + TONE_STEP * (count % TONES);
        var settings = new PhoneSettings(
                name,
                profile,
                address,
                files,
                List.copyOf(callManagers),
                secure,
                ciphers,
                capf,
                authenticationString,
                Set.copyOf(misbehaviour),
                frequency,
                clock,
                unaware,
                reconnectPause);
        return new LabPhone(owner.orElse(name), new Phone(settings, flash), patience);
    }

    /** The phone, switched on and registered. */
    public LabPhone boots() {
        return build().boots();
    }
}
