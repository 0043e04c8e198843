package org.keyline.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CtlMessageTest {
    /** Existing procedures quote these; each letter counts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_PORT|Invalid Port number",
                "INVALID_PORT_RANGE|Invalid Range for port numbers",
                "NOT_REMEMBERED|Could not write information to the local Windows Registry",
                "INVALID_GROUP|Invalid Group Name",
                "INVALID_USER_NAME|Invalid User Name",
                "INVALID_ADDRESS|Invalid IP Address",
                "INVALID_HOST_NAME|Invalid Hostname",
                "NOT_AUTHENTICATED|User could not be authenticated",
                "INVALID_PASSWORD|Invalid Password",
                "CREATE_FAILED|Failed to create CTL File",
                "SELECT_ITEM|Please select an item to delete",
                "NO_ISSUER_SHOWN|--- No Issuer Name---",
                "NO_SUBJECT_SHOWN|--- No Subject Name---",
                "CERTIFICATE_INVALID|Server Certificate is Invalid.",
                "PUBLIC_KEY_TOO_LONG|Invalid Public Key length.",
                "SIGNATURE_TOO_LONG|Invalid Signature length.",
                "INVALID_SERIAL|Invalid Serial Number.",
                "SERIAL_TOO_LONG|Invalid Serial Number length.",
                "NO_CERTIFICATE_IN_TOKEN|No Certificate in Security Token.",
                "DATABASE|DBL Exception occurred.",
                "TLS_INIT|Init TLS Failed.",
                "PARSING_FAILED|Parsing data from CTLProvider failed.",
                "POST_ERROR|Error occurred during Post CTL File operation.",
                "FILE_INVALID|CTL File is not valid.",
                "RESTART_NODES|You must restart all the CallManager and TFTP nodes in the Cluster.",
            })
    void a_quoted_message_stays_as_it_is(CtlMessage message, String text) {
        assertThat(message.text()).isEqualTo(text);
    }

    /** Only what is no trouble needs no mending. */
    @Test
    void what_mends_a_trouble_is_said_in_both_languages() {
        for (var message : CtlMessage.values()) {
            assertThat(message.mend(Locale.JAPANESE).isPresent())
                    .as(message.name())
                    .isEqualTo(message.mend(Locale.ENGLISH).isPresent());
            message.mend(Locale.ENGLISH)
                    .ifPresent(mend -> assertThat(message.mend(Locale.JAPANESE))
                            .isPresent()
                            .isNotEqualTo(Optional.of(mend)));
        }
        assertThat(CtlMessage.CANNOT_OPEN.told(Locale.ENGLISH, "x")).isEqualTo("""
                Error opening CTL File. x
                  Look for the reason in the log of the Cisco CTL Provider on that server.""");
    }

    @Test
    void a_message_with_a_blank_names_what_it_is_about() {
        assertThat(CtlMessage.NO_CALLMANAGER_CERTIFICATE.text(Locale.ENGLISH, "ccm2"))
                .isEqualTo("Could not get CallManager Certificate from server ccm2");
        assertThat(new ProviderException(CtlMessage.NO_CALLMANAGER_CERTIFICATE, "ccm2").text(Locale.JAPANESE))
                .contains("ccm2", "証明書");
    }
}
