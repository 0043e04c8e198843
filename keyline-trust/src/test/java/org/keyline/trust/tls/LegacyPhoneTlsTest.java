package org.keyline.trust.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.workbench.JavaProcess;
import org.keyline.trust.workbench.OpenSsl;
import org.keyline.trust.workbench.TestAuthority;

/** Old phones, played by openssl, against a process in which the administrator switched the legacy profile on. */
class LegacyPhoneTlsTest {
    @TempDir
    Path directory;

    private Process server;
    private BufferedReader lines;
    private int port;

    LegacyPhoneTlsTest() throws IOException {
        server = new ProcessBuilder("true").start();
        lines = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    }

    @BeforeEach
    void start() throws IOException {
        var capf = TestAuthority.authority("CN=CAPF-1,O=Lab");
        PemKeyFile.write(directory.resolve("capf.pem"), capf);
        PemKeyFile.write(directory.resolve("server.pem"), TestAuthority.authority("CN=ccm1,O=Lab"));
        writePhone("phone.pem", TestAuthority.phone(capf));
        writePhone("foreign.pem", TestAuthority.phone(TestAuthority.authority("CN=Other,O=Lab")));
        server = JavaProcess.start(TlsServer.class, directory.resolve("server.pem"), directory.resolve("capf.pem"));
        lines = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(lines.readLine());
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    @ParameterizedTest
    @CsvSource({
        "-tls1, AES128-SHA, TLSv1 TLS_RSA_WITH_AES_128_CBC_SHA",
        "-tls1, AES256-SHA, TLSv1 TLS_RSA_WITH_AES_256_CBC_SHA",
        "-tls1, NULL-SHA, TLSv1 SSL_RSA_WITH_NULL_SHA",
        "-tls1, NULL-SHA:AES128-SHA, TLSv1 TLS_RSA_WITH_AES_128_CBC_SHA",
        "-tls1_1, AES128-SHA, TLSv1.1 TLS_RSA_WITH_AES_128_CBC_SHA",
        "-tls1_2, AES128-SHA, TLSv1.2 TLS_RSA_WITH_AES_128_CBC_SHA",
        "-tls1_2, ECDHE-RSA-AES128-GCM-SHA256, TLSv1.2 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "-tls1_3, ALL, TLSv1.3 TLS_AES_128_GCM_SHA256",
    })
    void old_and_new_phones_get_what_they_know(String version, String ciphers, String expected) throws Exception {
        var output = connect("phone.pem", version, ciphers);

        assertThat(lines.readLine()).isEqualTo(expected);
        assertThat(output).contains("first\n", "second\n");
    }

    @Test
    void a_hello_in_the_format_of_sslv2_is_understood() throws Exception {
        var hello =
                HexFormat.of().parseHex("802c" + "01" + "0301" + "0003" + "0000" + "0020" + "00002f" + "11".repeat(32));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(hello);

            var answer = socket.getInputStream().readNBytes(6);

            assertThat(answer)
                    .as("a TLS 1.0 handshake record with a ServerHello")
                    .startsWith(0x16, 3, 1);
            assertThat(answer[5]).isEqualTo((byte) 2);
        }
    }

    @Test
    void suites_without_any_server_certificate_stay_forbidden() throws Exception {
        connect("phone.pem", "-tls1", "aNULL");

        assertThat(lines.readLine()).startsWith("refused");
    }

    @Test
    void a_foreign_certificate_is_refused_in_the_handshake() throws Exception {
        connect("foreign.pem", "-tls1", "AES128-SHA");

        assertThat(lines.readLine())
                .isEqualTo(
                        "refused: (certificate_unknown) The certificate of CN=SEP001122334455;O=Lab was issued by CN=Other;O=Lab, which is"
                                + " not an accepted issuer");
    }

    @Test
    void each_write_is_one_record_because_phones_stall_on_split_ones() throws Exception {
        var output = connect("phone.pem", "-tls1", "AES128-SHA");

        // "first\n" and "second\n" with their 20 bytes of MAC are padded to two and two blocks of 16 bytes
        assertThat(lines.readLine()).startsWith("TLSv1 ");
        assertThat(recordLengths(output)).containsExactly(32, 32);
    }

    /**
     * The lengths of application records, from the record headers (17 03 01 hh ll) that {@code s_client -msg} shows.
     */
    private static java.util.List<Integer> recordLengths(String output) {
        return output.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("17 03 01"))
                .map(line -> Integer.parseInt(line.substring(9).replace(" ", ""), 16))
                .toList();
    }

    private void writePhone(String name, KeyMaterial phone) throws IOException {
        PemKeyFile.write(directory.resolve(name), phone);
    }

    private String connect(String phone, String version, String ciphers) throws Exception {
        var file = directory.resolve(phone);
        return OpenSsl.run(
                        "s_client",
                        "-connect",
                        "127.0.0.1:" + port,
                        version,
                        "-cipher",
                        ciphers + ":@SECLEVEL=0",
                        "-cert",
                        file,
                        "-key",
                        file,
                        "-msg",
                        "-ign_eof")
                .text();
    }
}
