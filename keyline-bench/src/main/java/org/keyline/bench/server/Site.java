package org.keyline.bench.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.keyline.bench.Progress;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;

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

    /** An empty place, with an address of its own. */
    public static Site empty(Path directory, int phones) throws IOException {
        Files.createDirectories(directory);
        return new Site(directory, LoopbackAddress.free(), phones);
    }

    /** Sets everything up as an administrator would: first start, import, tokens, CTL file; then issues the LSCs. */
    public static Site build(Path directory, int phones, Progress progress) throws IOException, InterruptedException {
        var site = empty(directory, phones);
        progress.say("setting up a node with 2 x " + phones + " phones");
        try (var node = site.start()) {
            node.awaitReady();
            site.importPhones();
            site.signTrustList();
        }
        progress.say("issuing " + phones + " phone certificates");
        PhoneIdentities.issue(site.data().resolve("certificates"), site.identities(), phones);
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

    /** Starts its node with a heap of at most 1 GiB. */
    public NodeProcess start(String... moreOptions) throws IOException {
        var options = new ArrayList<>(ONE_GIGABYTE);
        options.addAll(List.of(moreOptions));
        return NodeProcess.start(data(), address, directory.resolve("node.log"), options);
    }

    /** Puts the phones into the configuration, as {@code config import} does. */
    public void importPhones() throws IOException {
        var yaml = new ByteArrayInputStream(new PhoneFarm(phones).yaml().getBytes(StandardCharsets.UTF_8));
        try (var configuration = Configuration.open(data())) {
            var result = configuration.file().importFrom(yaml, ImportMode.MERGE, Author.system("bench"));
            if (result instanceof ImportResult.Rejected(var problems)) {
                throw new IOException("the phones were not imported: " + problems);
            }
        }
    }

    private void signTrustList() throws IOException, InterruptedException {
        var password = ownerOnly(directory.resolve("token.password"));
        Files.writeString(password, UUID.randomUUID() + "\n");
        var passwordFile = "--password-file=" + password;
        var first = directory.resolve("token1.p12").toString();
        var second = directory.resolve("token2.p12").toString();
        NodeProcess.tool("token", "init", first, "--name=token 1", passwordFile);
        NodeProcess.tool("token", "init", second, "--name=token 2", passwordFile);
        NodeProcess.tool(
                "ctl",
                "update",
                "--data=" + data(),
                "--mode=mixed",
                "--token=" + first,
                "--token=" + second,
                passwordFile);
    }

    private static Path ownerOnly(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
