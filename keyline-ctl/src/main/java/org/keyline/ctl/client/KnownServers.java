package org.keyline.ctl.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.storage.AtomicFile;

/**
 * The servers this user has confirmed, with port and user name, newest last; never a password (CTL9-10). A file that
 * only the user can read.
 *
 * @param file the file; a line for each server: host, port, fingerprint, user, separated by tabs
 */
public record KnownServers(Path file) {
    private static final int MOST = 200;
    private static final long LONGEST = 1 << 20;
    private static final int FIELDS = 4;

    /**
     * One of them.
     *
     * @param host as the user wrote it
     * @param port of its CTL Provider
     * @param fingerprint SHA-256 of its certificate in hexadecimal
     * @param user the account
     */
    public record Known(String host, int port, String fingerprint, String user) {}

    /** The file of this user: {@code ctl-servers} in the directory of programs' state. */
    public static KnownServers ofUser() {
        var state = Optional.ofNullable(System.getProperty("keyline.state"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                        .filter(home -> !home.isEmpty())
                        .map(home -> Path.of(home, "keyline")))
                .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".local", "state", "keyline"));
        return new KnownServers(state.resolve("ctl-servers"));
    }

    /** The fingerprint by which a certificate is shown and remembered. */
    public static String fingerprint(X509Certificate certificate) {
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(Certificates.digest("SHA-256", Certificates.der(certificate)));
    }

    /** The server used last. */
    public Optional<Known> last() {
        var all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** What was confirmed for this host and port. */
    public Optional<Known> find(String host, int port) {
        return all().stream()
                .filter(known -> known.host().equals(host) && known.port() == port)
                .findFirst();
    }

    /**
     * Remembers a server, as the newest.
     *
     * @throws IOException when the file cannot be written
     */
    public void remember(Known server) throws IOException {
        var kept = allBut(server);
        kept.add(server);
        write(kept);
    }

    /**
     * Remembers a server that the user did not name first: a subscriber, a TFTP server of another cluster.
     *
     * @throws IOException when the file cannot be written
     */
    public void rememberAlso(Known server) throws IOException {
        var kept = allBut(server);
        kept.addFirst(server);
        write(kept);
    }

    private List<Known> allBut(Known server) {
        var kept = new ArrayList<>(all());
        kept.removeIf(known -> known.host().equals(server.host()) && known.port() == server.port());
        return kept;
    }

    private void write(List<Known> kept) throws IOException {
        var lines = new StringBuilder();
        kept.subList(Math.max(0, kept.size() - MOST), kept.size())
                .forEach(known -> lines.append(String.join(
                                "\t", known.host(), String.valueOf(known.port()), known.fingerprint(), known.user()))
                        .append('\n'));
        var directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            AtomicFile.createOwnerOnlyDirectory(directory);
        }
        AtomicFile.write(file, lines.toString().getBytes(StandardCharsets.UTF_8), AtomicFile.Access.OWNER_ONLY);
    }

    private List<Known> all() {
        try {
            return Files.exists(file) && Files.size(file) <= LONGEST
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split("\t", -1))
                            .filter(fields -> fields.length == FIELDS && fields[1].matches("\\d{1,5}"))
                            .map(fields -> new Known(fields[0], Integer.parseInt(fields[1]), fields[2], fields[3]))
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
