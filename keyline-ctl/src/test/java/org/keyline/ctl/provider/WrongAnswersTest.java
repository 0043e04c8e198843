package org.keyline.ctl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.provider.message.ProviderCodec;
import org.keyline.ctl.provider.message.ProviderMessage;
import org.keyline.spec.Spec;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;

/** A client against a server of another making. */
class WrongAnswersTest {
    @Test
    @Spec({
        "CTL9-M089",
        "CTL9-M090",
        "CTL9-M091",
        "CTL9-M092",
        "CTL9-M093",
        "CTL9-M094",
        "CTL9-M095",
        "CTL9-M096",
        "CTL9-M097",
        "CTL9-M098",
        "CTL9-17"
    })
    void an_answer_of_another_kind_is_named_with_its_operation() throws Exception {
        try (var server = OddServer.answering(_ -> Optional.of(new ProviderMessage.Welcome(1, "other")));
                var client = server.client()) {
            says(
                    () -> client.authenticate("admin", Secret.of("password")),
                    "Invalid Response for Authenticate User operation.");
            says(client::servers, "Invalid Response for Get CCM List operation.");
            says(client::callManagerCertificate, "Invalid Response for Get CCM Certificate operation.");
            says(client::capfCertificate, "Invalid Response for Get CAPF Certificate operation.");
            says(client::capfFiles, "Invalid Response for Get CAPF File operation.");
            says(client::ctlFile, "Invalid Response for get CTL File operation.");
            says(client::securityMode, "Invalid Response for Get Cluster Security Mode operation.");
            says(client::ctlVersion, "Invalid Response for Get CTL Version operation.");
            says(client::paths, "Invalid Response for Get Alternate Paths operation.");
        }
    }

    @Test
    @Spec({"CTL9-M084", "CTL9-M085", "CTL9-M086", "CTL9-M087", "CTL9-M088"})
    void a_server_that_hangs_up_in_the_middle_of_an_operation_is_named_with_it() throws Exception {
        var octets = Octets.of(new byte[] {1});
        says(
                client -> client.authenticate("admin", Secret.of("password")),
                "Error occurred during Authenticate User operation.");
        says(RemoteProvider::callManagerCertificate, "Error occurred during Get CCM Certificate operation.");
        says(RemoteProvider::capfCertificate, "Error occurred during Get CAPF Certificate operation.");
        says(RemoteProvider::capfFiles, "Error occurred during Get CAPF File operation.");
        says(client -> client.postCtlFile(octets, false, ""), "Error occurred during Post CTL File operation.");
    }

    @Test
    @Spec({"CTL9-17", "CTL9-M017"})
    void a_server_of_another_version_is_left_at_once() throws Exception {
        try (var server = OddServer.saying(framed(new ProviderMessage.Welcome(ProviderMessage.VERSION + 1, "other")))) {
            says(server::client, "CTL Client version is not compatible with the CTL Provider");
        }
    }

    @Test
    @Spec("CTL9-M083")
    void bytes_that_are_no_message_are_told() throws Exception {
        try (var server = OddServer.saying(new byte[] {0, 0, 0, 1, 99})) {
            says(server::client, "Parsing data from CTLProvider failed.");
        }
    }

    @Test
    @Spec("CTL9-M078")
    void a_server_with_too_long_a_name_is_told() throws Exception {
        var longest = new ListedServer("n".repeat(256), "192.0.2.1", 2444);
        var tooLong = new ListedServer("ccm", "n".repeat(257), 2444);
        try (var server = OddServer.answering(_ -> Optional.of(new ProviderMessage.ServerList(List.of(longest))));
                var client = server.client()) {
            assertThat(client.servers()).containsExactly(longest);
        }
        try (var server = OddServer.answering(
                        _ -> Optional.of(new ProviderMessage.ServerList(List.of(longest, tooLong))));
                var client = server.client()) {
            says(client::servers, "CM Name is too long.");
        }
    }

    private static byte[] framed(ProviderMessage message) throws IOException {
        var frame = new ByteArrayOutputStream();
        ProviderCodec.write(frame, message);
        return frame.toByteArray();
    }

    private interface Order {
        void on(RemoteProvider client) throws Exception;
    }

    private static void says(Order operation, String text) throws Exception {
        try (var server = OddServer.answering(_ -> Optional.empty());
                var client = server.client()) {
            says(() -> operation.on(client), text);
        }
    }

    private static void says(ThrowingCallable what, String text) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        refused -> assertThat(refused.reason().text()).isEqualTo(text));
    }
}
