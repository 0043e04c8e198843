package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A root authority and an intermediate one, kept with openssl.
 *
 * @param directory where their keys and certificates are
 */
record Authorities(Path directory) {
    /** What they issued, each file in PEM. */
    record Chain(Path root, Path intermediate, Path certificate) {}

    /** Signs a request. */
    Chain sign(Path csr) throws Exception {
        Files.createDirectories(directory);
        openssl("req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=Example Root' -keyout root.key -out root.pem");
        openssl("req -newkey rsa:2048 -nodes -subj '/CN=Example Intermediate' -keyout inter.key -out inter.csr");
        Files.writeString(directory.resolve("ca.ext"), "basicConstraints=critical,CA:true\nkeyUsage=keyCertSign\n");
        openssl("x509 -req -in inter.csr -CA root.pem -CAkey root.key -set_serial 5 -days 30 -extfile ca.ext"
                + " -out inter.pem");
        openssl("x509 -req -in " + csr + " -CA inter.pem -CAkey inter.key -set_serial 7 -days 20 -copy_extensions copy"
                + " -out web.pem");
        return new Chain(directory.resolve("root.pem"), directory.resolve("inter.pem"), directory.resolve("web.pem"));
    }

    private void openssl(String arguments) throws Exception {
        var said = Said.by(new ProcessBuilder("sh", "-c", "openssl " + arguments).directory(directory.toFile()));
        assertThat(said.code()).as(said.err()).isZero();
    }
}
