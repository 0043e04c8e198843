package org.keyline.trust.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyline.trust.workbench.OpenSsl;

/** A certificate authority made of nothing but the {@code openssl} program: a root and an authority under it. */
final class OpenSslAuthority {
    private final Path directory;

    private OpenSslAuthority(Path directory) {
        this.directory = directory;
    }

    static OpenSslAuthority in(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var authority = new OpenSslAuthority(directory);
        authority.root("root", "/CN=Example Root/O=Example");
        authority.issue(
                authority.request("middle", "/CN=Example Issuing CA/O=Example"),
                "root",
                "middle",
                1000,
                "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n");
        return authority;
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** A self-signed authority. */
    void root(String name, String subject) throws IOException, InterruptedException {
        OpenSsl.text(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-sha256",
                "-days",
                2000,
                "-subj",
                subject,
                "-keyout",
                file(name + ".key"),
                "-out",
                file(name + ".pem"));
    }

    /** A request with a key of its own. */
    Path request(String name, String subject) throws IOException, InterruptedException {
        OpenSsl.text(
                "req",
                "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                subject,
                "-keyout",
                file(name + ".key"),
                "-out",
                file(name + ".csr"));
        return file(name + ".csr");
    }

    /** Signs a request, from now on for so many days. */
    Path issue(Path request, String issuer, String name, int days, String extensions)
            throws IOException, InterruptedException {
        var profile = Files.writeString(file(name + ".ext"), extensions);
        OpenSsl.text(
                "x509",
                "-req",
                "-in",
                request,
                "-CA",
                file(issuer + ".pem"),
                "-CAkey",
                file(issuer + ".key"),
                "-set_serial",
                "0x" + Integer.toHexString(name.hashCode()) + "01",
                "-sha256",
                "-days",
                days,
                "-extfile",
                profile,
                "-out",
                file(name + ".pem"));
        return file(name + ".pem");
    }

    /** One PEM file of several. */
    Path together(String name, String... parts) throws IOException {
        var all = new StringBuilder();
        for (var part : parts) {
            all.append(Files.readString(file(part + ".pem")));
        }
        return Files.writeString(file(name + ".pem"), all);
    }
}
