package org.keyline.capf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.capf.session.CapfServer;
import org.keyline.trust.tls.TlsProfile;

/** The conformance checks of the CAPF sheet, section 10, with {@code openssl s_client} as the phone. */
class CapfOpensslTest {
    private static final String NAME = "SEP001122334455";

    @TempDir
    private Path folder;

    @Test
    void the_server_speaks_first_and_each_message_is_one_tls_record() throws Exception {
        try (var node = new TestNode(folder);
                var openssl = new OpensslPhone(node, "-tls1_2")) {
            var request = openssl.hears(16);
            assertThat(request).startsWith(HexFormat.of().parseHex("5501"));
            assertThat(HexFormat.of().formatHex(request, 6, 16)).isEqualTo("00080700010308000100");

            openssl.says(2, Map.of(13, (NAME + "\0").getBytes(StandardCharsets.US_ASCII)));

            assertThat(HexFormat.of().formatHex(openssl.hears(12), 6, 12)).isEqualTo("000401000109");
            assertThat(openssl.serverRecords()).isEqualTo(2);
        }
    }

    @Test
    void an_old_phone_is_admitted_with_tls_1_0_where_the_administrator_allows_it() throws Exception {
        try (var node = new TestNode(folder, TlsProfile.LEGACY_PHONE, CapfServer.ANSWER_TIME)) {
            node.with(NAME, "certificateOperation", "INSTALL_UPGRADE");
            try (var openssl = new OpensslPhone(node, "-tls1", "-cipher", "AES128-SHA:@SECLEVEL=0")) {
                openssl.hears(16);
                openssl.says(2, Map.of(13, (NAME + "\0").getBytes(StandardCharsets.US_ASCII)));

                assertThat(openssl.hears(17)[1]).as("KEYGEN_REQ").isEqualTo((byte) 3);
                assertThat(openssl.serverRecords())
                        .as("not split in two as against BEAST")
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void an_old_phone_is_refused_where_he_does_not() throws Exception {
        try (var node = new TestNode(folder);
                var openssl = new OpensslPhone(node, "-tls1", "-cipher", "AES128-SHA:@SECLEVEL=0")) {
            assertThat(openssl.output.readAllBytes()).isEmpty();
        }
    }

    /** {@code openssl s_client} with a record of what went over the wire. */
    private final class OpensslPhone implements AutoCloseable {
        private final Process process;
        private final InputStream output;
        private final Path messages = folder.resolve("messages");
        private int session;

        OpensslPhone(TestNode node, String... options) throws Exception {
            var command = new ArrayList<>(List.of(
                    "openssl",
                    "s_client",
                    "-quiet",
                    "-connect",
                    "127.0.0.1:" + node.address().getPort(),
                    "-msg",
                    "-msgfile",
                    messages.toString()));
            command.addAll(List.of(options));
            process = new ProcessBuilder(command)
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
            output = process.getInputStream();
        }

        byte[] hears(int length) throws Exception {
            var bytes = output.readNBytes(length);
            assertThat(bytes).as(() -> "openssl says " + errors()).hasSize(length);
            session = ByteBuffer.wrap(bytes, 2, 4).getInt();
            return bytes;
        }

        void says(int command, Map<Integer, byte[]> elements) throws Exception {
            process.getOutputStream().write(TestPhone.message(command, session, elements));
            process.getOutputStream().flush();
        }

        /** How many records of application data came. */
        long serverRecords() throws Exception {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
            var record = Pattern.compile("<<<[^\\n]*RecordHeader[^\\n]*\\n\\s+17 03");
            return record.matcher(Files.readString(messages)).results().count();
        }

        private String errors() {
            try {
                return Files.readString(folder.resolve("errors"));
            } catch (IOException unreadable) {
                return unreadable.toString();
            }
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
