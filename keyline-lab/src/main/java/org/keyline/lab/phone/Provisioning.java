package org.keyline.lab.phone;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.FileSource;
import org.keyline.lab.files.Octets;
import org.keyline.lab.firmware.ImageCheck;
import org.keyline.lab.trust.Certificates;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.ListUpdate;
import org.keyline.lab.trust.MalformedFile;
import org.keyline.lab.trust.PhoneIdentity;
import org.keyline.lab.trust.Role;
import org.keyline.lab.trust.SignedFile;
import org.keyline.lab.trust.Signer;
import org.keyline.lab.trust.TrustRecord;
import org.keyline.lab.verification.VerificationClient;

/** Fetches what a phone needs to start, in the order of its family, and believes only what it may. Blocking. */
final class Provisioning {
    private static final String FILE_AUTH_FAILED = "File Auth Failed";
    private static final String LOAD_AUTH_FAILED = "Load Auth Failed: ";
    private static final String NOT_AUTHORIZED = "TFTP Not Authorized: ";
    private static final String NOT_FOUND = "not found";
    private static final int MOST_IMAGES = 16;

    private final String deviceName;
    private final PhoneProfile profile;
    private final FileSource files;
    private final Flash flash;
    private final List<BootStep> steps = new CopyOnWriteArrayList<>();
    private final List<String> alarms = new CopyOnWriteArrayList<>();

    Provisioning(String deviceName, PhoneProfile profile, FileSource files, Flash flash) {
        this.deviceName = deviceName;
        this.profile = profile;
        this.files = files;
        this.flash = flash;
    }

    /** What was done so far. */
    List<BootStep> steps() {
        return List.copyOf(steps);
    }

    /** What the call manager shall hear of, oldest first. */
    List<String> alarms() {
        return List.copyOf(alarms);
    }

    private void alarm(String text) {
        flash.report(text);
        alarms.add(text);
    }

    void note(String what, String outcome) {
        steps.add(new BootStep(Instant.now(), what, outcome));
    }

    /** The trust lists: CTL first, then, on phones that know it, ITL. */
    void fetchTrustLists() {
        var ctl = list("CTL");
        var ctlSigner = ctl.flatMap(flash::unknownCtlSigner).flatMap(signer -> vouched(signer, Role.SAST::equals));
        note("CTL", told(flash.offerCtl(ctl, ctlSigner)).toString());
        if (profile.family().isModern()) {
            var itl = list("ITL");
            var itlSigner = itl.flatMap(flash::unknownItlSigner).flatMap(signer -> vouched(signer, Role.SAST::equals));
            note("ITL", told(flash.offerItl(itl, itlSigner)).toString());
        }
    }

    /** A list that was refused stands in the status menu already; the call manager shall hear of it too (SEC-02). */
    private ListUpdate told(ListUpdate update) {
        if (update.isRefused()) {
            alarms.add(update.statusMessage());
        }
        return update;
    }

    /** Asks the trust verification service of the last configuration about a signer that no list names. */
    private Optional<TrustRecord> vouched(Signer signer, Predicate<Role> role) {
        if (!profile.asksForVerification() || flash.verifiers().isEmpty()) {
            return Optional.empty();
        }
        var record = new VerificationClient(deviceName, flash, flash.verifiers()).vouch(signer, role);
        note("TVS", record.isPresent() ? "vouches for " + signer.issuer() : "does not vouch for " + signer.issuer());
        return record;
    }

    private Optional<Octets> list(String kind) {
        return fetch(kind + deviceName + ".tlv").or(() -> fetch(kind + "File.tlv"));
    }

    /** The phone's configuration; empty when there is none the phone may believe. */
    Optional<PhoneConfig> fetchConfig() {
        var name = deviceName + ".cnf.xml";
        var config = believable(name).flatMap(content -> read(name, content)).or(this::common);
        return config.isPresent() && config.get().encrypted() ? encrypted(name, config.get()) : config;
    }

    /** A phone without a file of its own reads the one of all; nothing follows from it when it names no server. */
    private Optional<PhoneConfig> common() {
        var name = "XMLDefault.cnf.xml";
        var hasNone = steps.stream().anyMatch(step -> step.what().startsWith(deviceName) && isMissing(step));
        return hasNone
                ? believable(name)
                        .flatMap(content -> read(name, content))
                        .filter(config -> !config.callManagers().isEmpty())
                : Optional.empty();
    }

    private static boolean isMissing(BootStep step) {
        return step.outcome().equals(NOT_FOUND);
    }

    /** A stub says there is an encrypted file; it is fetched if it was made for the phone's own certificate. */
    private Optional<PhoneConfig> encrypted(String name, PhoneConfig stub) {
        var identity = flash.identity()
                .filter(mine -> Certificates.hash(mine.certificate()).equals(stub.certHash()));
        if (identity.isEmpty()) {
            note("certHash", "is not the phone's certificate");
            return Optional.of(stub);
        }
        var encryptedName = name + ".enc.sgn";
        return fetch(encryptedName)
                .flatMap(file -> verified(encryptedName, file))
                .flatMap(file -> decrypted(encryptedName, file, identity.get()))
                .flatMap(content -> read(encryptedName, content))
                .or(() -> Optional.of(stub));
    }

    private Optional<Octets> decrypted(String name, SignedFile file, PhoneIdentity identity) {
        var content = file.decrypt(identity.key());
        note(name, content.isPresent() ? "decrypted" : "cannot be decrypted");
        return content;
    }

    /**
     * Tells of each server the phone was given that does not stand in its CTL (spec AL-05, AL-06). It is asked
     * nevertheless, but nothing of it is believed that a trusted signer did not sign. A phone without a CTL takes any.
     */
    void tellStrangers() {
        files.servers().stream()
                .flatMap(server -> server.address().stream())
                .filter(server -> !flash.authorizes(server))
                .map(server -> NOT_AUTHORIZED + server.getHostAddress())
                .forEach(text -> {
                    alarm(text);
                    note("TFTP", text);
                });
    }

    /**
     * Takes the load the configuration names, when it is another than the phone runs and every file of it is the
     * vendor's (spec OV-50), in every security mode (spec OV-51). Otherwise the phone keeps what it has.
     */
    void fetchLoad(PhoneConfig config) {
        var wanted = config.loadInformation();
        var running = flash.load().orElse(profile.load());
        var vendor = flash.imageSigner();
        if (wanted.isEmpty() || wanted.equals(running) || vendor.isEmpty()) {
            return;
        }
        var images = image(wanted + ".loads", vendor.get()).map(Provisioning::names);
        if (images.isPresent()
                && images.get().stream()
                        .allMatch(name -> image(name, vendor.get()).isPresent())) {
            flash.installLoad(wanted);
            note("load", "now runs " + wanted);
        }
    }

    private static List<String> names(Octets list) {
        return list.text().lines().limit(MOST_IMAGES).toList();
    }

    /** A file of a load is never asked for as a signed file: its vendor's signature is in it. */
    private Optional<Octets> image(String name, X509Certificate vendor) {
        return fetch(name).flatMap(file -> switch (ImageCheck.of(file, name, vendor)) {
            case ImageCheck.Good(var content) -> {
                note(name, "image good");
                yield Optional.of(content);
            }
            case ImageCheck.Refused(var why) -> {
                alarm(LOAD_AUTH_FAILED + name);
                note(name, LOAD_AUTH_FAILED + why);
                yield Optional.empty();
            }
        });
    }

    /** Any other file a phone looks for while it boots: fetched, checked, not used. */
    void fetchOthers(PhoneConfig config) {
        believable(profile.family() == PhoneProfile.Family.CLASSIC ? "RINGLIST.XML" : "Ringlist.xml");
        if (!config.networkLocale().isEmpty()) {
            believable(config.networkLocale() + "/g3-tones.xml");
        }
        if (!config.userLocale().isEmpty()) {
            believable(config.userLocale() + "/mk-sccp.jar");
        }
    }

    /** The content of a file, signed if the trust lists name a signer, plain otherwise. */
    private Optional<Octets> believable(String name) {
        if (!flash.wantsSignedFiles()) {
            return fetch(name);
        }
        var signedName = name + ".sgn";
        return fetch(signedName).flatMap(file -> verified(signedName, file)).map(SignedFile::content);
    }

    private Optional<SignedFile> verified(String name, Octets file) {
        return switch (SignedFile.check(file, name, flash, signer -> vouched(signer, Role::signsFiles))) {
            case SignedFile.Verdict.Verified(SignedFile good) -> {
                note(name, "signature good");
                yield Optional.of(good);
            }
            case SignedFile.Verdict.Refused(SignedFile.Refusal why) -> {
                alarm(FILE_AUTH_FAILED);
                note(name, FILE_AUTH_FAILED + ", " + why);
                yield Optional.empty();
            }
        };
    }

    private Optional<PhoneConfig> read(String name, Octets content) {
        try {
            return Optional.of(PhoneConfigReader.read(content));
        } catch (MalformedFile e) {
            note(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Octets> fetch(String name) {
        return switch (files.fetch(name)) {
            case FileAnswer.Found(Octets content) -> {
                note(name, content.length() + " bytes");
                yield Optional.of(content);
            }
            case FileAnswer.Missing _ -> {
                note(name, NOT_FOUND);
                yield Optional.empty();
            }
            case FileAnswer.Refused(int code, String text) -> {
                note(name, "refused with " + code + " " + text);
                yield Optional.empty();
            }
            case FileAnswer.Silent(String where) -> {
                note(name, "no answer: " + where);
                yield Optional.empty();
            }
        };
    }
}
