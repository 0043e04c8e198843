package org.keyline.ctl.provider.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.ctl.CapfFiles;
import org.keyline.ctl.CtlHistory;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.ListedServer;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;

class ProviderCodecTest {
    static Stream<ProviderMessage> messages() {
        var octets = Octets.of(new byte[] {1, 2, 3});
        return Stream.of(
                new ProviderMessage.Hello(1),
                new ProviderMessage.AuthenticateUser("admin", Secret.of("pässword")),
                new ProviderMessage.GetServerList(),
                new ProviderMessage.GetCallManagerCertificate(),
                new ProviderMessage.GetCapfCertificate(),
                new ProviderMessage.GetCtlFile(),
                new ProviderMessage.GetCtlVersion(),
                new ProviderMessage.GetAlternatePaths(),
                new ProviderMessage.GetSecurityMode(),
                new ProviderMessage.BeginConfiguration(),
                new ProviderMessage.PostCtlFile(octets, true, "ABCD"),
                new ProviderMessage.GetCapfFile(),
                new ProviderMessage.Posted(List.of(
                        new ProviderMessage.Posted.Place("/one/", Optional.empty()),
                        new ProviderMessage.Posted.Place(
                                "/two/", Optional.of(new ProviderMessage.Refused(CtlMessage.ALTERNATE_PATH, "full"))))),
                new ProviderMessage.PostCapfFile(new CapfFiles(octets, "CAPF-1.0", octets)),
                new ProviderMessage.CapfFileAnswer(Optional.of(new CapfFiles(octets, "CAPF-1.0", octets))),
                new ProviderMessage.CapfFileAnswer(Optional.empty()),
                new ProviderMessage.SetSecurityMode(ClusterSecurityMode.MIXED),
                new ProviderMessage.EndConfiguration(),
                new ProviderMessage.GetPendingWork(),
                new ProviderMessage.DoPendingWork(),
                new ProviderMessage.PendingWorkAnswer(List.of("Cisco Tftp"), List.of("SEP001122334455")),
                new ProviderMessage.Welcome(1, "ccm1"),
                new ProviderMessage.Done(),
                new ProviderMessage.Refused(CtlMessage.BUSY, "five"),
                new ProviderMessage.ServerList(List.of(new ListedServer("ccm1", "192.0.2.1", 2444))),
                new ProviderMessage.CertificateAnswer(Optional.of(octets)),
                new ProviderMessage.CertificateAnswer(Optional.empty()),
                new ProviderMessage.CtlFileAnswer(Optional.of(octets)),
                new ProviderMessage.CtlFileAnswer(Optional.empty()),
                new ProviderMessage.CtlVersionAnswer(
                        3, "ABCD", Optional.of(Instant.ofEpochSecond(1_700_000_000)), Optional.empty()),
                new ProviderMessage.CtlVersionAnswer(
                        3,
                        "ABCD",
                        Optional.empty(),
                        Optional.of(new CtlHistory.Entry(Instant.ofEpochSecond(1_700_000_000), "admin"))),
                new ProviderMessage.AlternatePaths(List.of("/one/", "/two/")),
                new ProviderMessage.SecurityMode(ClusterSecurityMode.NON_SECURE));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void every_message_comes_back_as_it_was_and_never_when_cut_or_longer(ProviderMessage message) throws Exception {
        var payload = ProviderCodec.encode(message);

        assertThat(ProviderCodec.decode(payload)).isEqualTo(message);
        for (var length = 0; length < payload.length; length++) {
            var cut = Arrays.copyOf(payload, length);
            assertThatThrownBy(() -> ProviderCodec.decode(cut)).isInstanceOf(MalformedProviderMessage.class);
        }
        assertThatThrownBy(() -> ProviderCodec.decode(Arrays.copyOf(payload, payload.length + 1)))
                .hasMessageContaining("follow the last field");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void frames_follow_each_other_on_a_stream(ProviderMessage message) throws Exception {
        var out = new ByteArrayOutputStream();
        ProviderCodec.write(out, message);
        ProviderCodec.write(out, message);
        var in = new DataInputStream(new ByteArrayInputStream(out.toByteArray()));

        assertThat(ProviderCodec.read(in)).contains(message);
        assertThat(ProviderCodec.read(in)).contains(message);
        assertThat(ProviderCodec.read(in)).isEmpty();
    }

    @Test
    void a_length_beyond_the_limit_is_refused_before_anything_is_allocated() {
        for (var length : new int[] {0, -1, ProviderCodec.LONGEST + 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            var in = new DataInputStream(new ByteArrayInputStream(
                    ByteBuffer.allocate(5).putInt(length).array()));
            assertThatThrownBy(() -> ProviderCodec.read(in)).isInstanceOf(MalformedProviderMessage.class);
        }
        var short1 = new DataInputStream(
                new ByteArrayInputStream(ByteBuffer.allocate(5).putInt(9).array()));
        assertThatThrownBy(() -> ProviderCodec.read(short1)).isInstanceOf(EOFException.class);
    }

    @Test
    void nonsense_within_a_message_is_described() {
        assertThatThrownBy(() -> ProviderCodec.decode(new byte[] {77})).hasMessage("There is no message of type 77");
        assertThatThrownBy(() -> ProviderCodec.decode(new byte[] {12, 0, 1, 'X'}))
                .hasMessage("The mode is nothing known");
        assertThatThrownBy(() -> ProviderCodec.decode(new byte[] {12, 0, 1, (byte) 0xff}))
                .hasMessage("The mode is not UTF-8");
        assertThatThrownBy(() -> ProviderCodec.decode(new byte[] {11, 0x7f, 0, 0, 0, 1}))
                .hasMessage("The file runs past the end of the message");
        assertThatThrownBy(() -> ProviderCodec.decode(new byte[] {11, 0, 0, 0, 0, 2}))
                .hasMessageContaining("is neither 0 nor 1");
    }

    @Test
    void a_password_is_never_printed() {
        assertThat(new ProviderMessage.AuthenticateUser("admin", Secret.of("hidden")).toString())
                .contains("admin")
                .doesNotContain("hidden");
    }
}
