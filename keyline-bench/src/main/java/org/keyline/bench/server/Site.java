package org.keyline.bench.server;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.keyline.bench.Progress;
import org.keyline.config.Configuration;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.PemKeyFile;

/**
 * A place to measure at: a directory with a configured node in mixed mode, all its phones, and their certificates.
 *
 * @param directory holds everything
 * @param address where its node listens
 * @param phones how many phones without security there are, and how many encrypted ones
 */
public record Site(Path directory, InetAddress address, int phones) {
    /** As the measurements have it: no node may take more. */
    private static final List<String> ONE_GIGABYTE = List.of("-Xmx1g");

    private static final int PATTERNS_OF_A_FILE = 100_000;

    /** An empty place, with an address of its own. */
    public static Site empty(Path directory, int phones) throws IOException {
        Files.createDirectories(directory);
        return new Site(directory, LoopbackAddress.free(), phones);
    }

    /** Sets everything up as an administrator would: first start, import, tokens, CTL file; then issues the LSCs. */
    public static Site build(Path directory, int phones, Progress progress) throws IOException, InterruptedException {
        var site = configured(directory, phones, "mixed", progress);
        progress.say("issuing " + phones + " phone certificates");
        PhoneIdentities.issue(site.data().resolve("certificates"), site.identities(), phones);
        return site;
    }

    /** The same in the mode given, without certificates of phones. */
    public static Site configured(Path directory, int phones, String mode, Progress progress)
            throws IOException, InterruptedException {
        var site = empty(directory, phones);
        progress.say("setting up a node with 2 x " + phones + " phones");
        try (var node = site.start()) {
            node.awaitReady();
            site.importPhones();
            site.makeTokens();
            site.updateTrustList(mode, "--token=" + site.token(2));
        }
        return site;
    }

    /** The node's own directory. */
    public Path data() {
        return directory.resolve("node");
    }

    /** The directory of the phones' certificates and keys. */
    public Path identities() {
        return directory.resolve("phones");
    }

    /** Starts its node with a heap of at most 1 GiB, unless further options say otherwise. */
    public NodeProcess start(String... moreOptions) throws IOException {
        var options = new ArrayList<>(ONE_GIGABYTE);
        options.addAll(List.of(moreOptions));
        return NodeProcess.start(data(), address, directory.resolve("node.log"), options);
    }

    /** Puts the phones into the configuration, as {@code config import} does. */
    public void importPhones() throws IOException {
        importFile(new PhoneFarm(phones).yaml());
    }

    /** Puts in what calls of a busy hour need, for so many of the phones of each kind. */
    public void importBusyHour(int callers) throws IOException {
        importFile(new PhoneFarm(phones).busyHour(callers));
    }

    /** Puts in so many translation patterns that everyone reaches, file after file. */
    public void importPatterns(int count) throws IOException {
        for (int from = 0; from < count; from += PATTERNS_OF_A_FILE) {
            importFile(new PhoneFarm(phones).patterns(from, Math.min(count, from + PATTERNS_OF_A_FILE)));
        }
    }

    /** Opens the configuration for changes, beside its node if that runs. */
    public SiteChanges changes() {
        return new SiteChanges(Configuration.open(data()));
    }

    /** Makes every encrypted phone one of {@code model}, due at CAPF. */
    public void orderCertificates(String model, String keySize) throws IOException {
        importFile(new PhoneFarm(phones).certificateOrders(model, keySize));
    }

    /**
     * Has the node know a certificate for each encrypted phone, as after enrolment. All have the same: what is
     * encrypted for them is never opened here.
     */
    public void knowCertificates() throws IOException {
        var capf = data().resolve("certificates").resolve(CertificatePurpose.CAPF.keyFileName());
        var der = Certificates.der(PemKeyFile.read(capf).certificate());
        try (var configuration = Configuration.open(data())) {
            for (int index = 0; index < phones; index++) {
                var phone = PhoneFarm.name(PhoneFarm.FIRST_SECURE, index);
                configuration.phoneCertificates().record(phone, PhoneCertificate.Kind.LSC, der);
            }
        }
    }

    /** From now on configuration files of encrypted phones are encrypted for them. */
    public void encryptFiles() throws IOException {
        importFile("keyline: 1\ntftp: {encryptedConfiguration: true}\n");
    }

    private void importFile(String text) throws IOException {
        try (var changes = changes()) {
            changes.importFile(text);
        }
    }

    private void makeTokens() throws IOException, InterruptedException {
        Files.writeString(ownerOnly(password()), UUID.randomUUID() + "\n");
        NodeProcess.tool("token", "init", token(1), "--name=token 1", "--password-file=" + password());
        NodeProcess.tool("token", "init", token(2), "--name=token 2", "--password-file=" + password());
    }

    /** Sets the cluster's security mode, {@code mixed} or {@code non-secure}; returns when it is in force. */
    public void setMode(String mode) throws IOException, InterruptedException {
        updateTrustList(mode);
    }

    private void updateTrustList(String mode, String... moreTokens) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "ctl",
                "update",
                "--data=" + data(),
                "--mode=" + mode,
                "--password-file=" + password(),
                "--token=" + token(1)));
        command.addAll(List.of(moreTokens));
        NodeProcess.tool(command.toArray(String[]::new));
    }

    private Path password() {
        return directory.resolve("token.password");
    }

    private String token(int number) {
        return directory.resolve("token" + number + ".p12").toString();
    }

    private static Path ownerOnly(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
