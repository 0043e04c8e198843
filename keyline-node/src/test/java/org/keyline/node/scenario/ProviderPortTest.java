package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.config.store.Author;
import org.keyline.config.store.SaveResult;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.provider.RemoteProvider;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.spec.Spec;

/**
 * Another port for the CTL Provider, because something else has the usual one or a firewall does not let it through.
 */
class ProviderPortTest {
    private static final int OTHER = 12_444;

    @RegisterExtension
    static final Site SITE = Site.nonSecure().whosePhonesComeBack();

    @Test
    @Spec({"CTL3-24", "CTL3-27"})
    void a_changed_port_counts_when_the_ctl_provider_was_restarted() throws Exception {
        var node = SITE.node();
        var store = node.configuration().store();
        var usual = RemoteProvider.certificateOf(SITE.at(2444));
        assertThat(store.setParameter(
                        Kinds.get("ctlProvider"), "portNumber", Value.of(OTHER), Author.administrator("admin")))
                .isInstanceOf(SaveResult.Saved.class);

        try (var client = RemoteProvider.connect("ccm", SITE.at(2444), usual);
                var password = node.takeFirstPassword().orElseThrow()) {
            client.authenticate("admin", password);
            Await.until(
                    "the CTL Provider is among what must be restarted",
                    Duration.ofSeconds(60),
                    () -> "",
                    () -> isBehind(client));
            client.catchUp();
        }

        Await.until("the other port answers", Duration.ofSeconds(60), () -> "", () -> answers(OTHER));
        assertThat(RemoteProvider.certificateOf(SITE.at(OTHER))).isEqualTo(usual);
        assertThatThrownBy(() -> RemoteProvider.certificateOf(SITE.at(2444))).isInstanceOf(ProviderException.class);
    }

    private static boolean isBehind(RemoteProvider client) {
        try {
            return client.pendingWork().services().contains("Cisco CTL Provider");
        } catch (ProviderException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean answers(int port) {
        try {
            var _ = RemoteProvider.certificateOf(SITE.at(port));
            return true;
        } catch (ProviderException notYet) {
            return false;
        }
    }
}
