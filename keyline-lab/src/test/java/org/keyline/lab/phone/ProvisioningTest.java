package org.keyline.lab.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.FileSource;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.TestAuthority;
import org.keyline.lab.trust.TestFiles;

class ProvisioningTest {
    private static final String NAME = "SEP001122334455";
    private static final TestAuthority TOKEN = TestAuthority.named("token-1");
    private static final TestAuthority SERVER = TestAuthority.named("ccm1");
    private static final Octets CONFIG = Octets.of("""
            <?xml version="1.0" encoding="UTF-8"?>
            <device>
             <devicePool><callManagerGroup><members>
              <member priority="1"><callManager><ports><ethernetPhonePort>2000</ethernetPhonePort></ports>
               <processNodeName>127.0.0.3</processNodeName></callManager></member>
              <member priority="0"><callManager><ports><ethernetPhonePort>2001</ethernetPhonePort></ports>
               <processNodeName>127.0.0.2</processNodeName></callManager></member>
             </members></callManagerGroup></devicePool>
             <versionStamp>1-2</versionStamp>
             <deviceSecurityMode>3</deviceSecurityMode>
             <capfAuthMode>2</capfAuthMode>
             <capfList><capf><phonePort>3804</phonePort><processNodeName>127.0.0.2</processNodeName></capf></capfList>
            </device>
            """);

    private final Map<String, Octets> files = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Flash flash = new Flash();

    private Provisioning phone(String model) {
        FileSource source = name -> {
            asked.add(name);
            return files.containsKey(name) ? new FileAnswer.Found(files.get(name)) : new FileAnswer.Missing();
        };
        return new Provisioning(NAME, PhoneProfile.of(model), source, flash);
    }

    @Test
    void without_trust_lists_the_plain_file_is_used() {
        files.put(NAME + ".cnf.xml", CONFIG);
        var provisioning = phone("7962");

        provisioning.fetchTrustLists();
        var config = provisioning.fetchConfig().orElseThrow();

        assertThat(asked)
                .containsExactly(
                        "CTL" + NAME + ".tlv", "CTLFile.tlv", "ITL" + NAME + ".tlv", "ITLFile.tlv", NAME + ".cnf.xml");
        assertThat(config.signalling())
                .containsExactly(new PhoneConfig.Server("127.0.0.2", 2444), new PhoneConfig.Server("127.0.0.3", 2443));
        assertThat(config.capfMode()).isEqualTo(2);
    }

    @Test
    void a_7960_asks_for_no_itl() {
        phone("7960").fetchTrustLists();

        assertThat(asked).containsExactly("CTL" + NAME + ".tlv", "CTLFile.tlv");
    }

    @Test
    void with_a_file_signer_in_the_list_only_the_signed_file_is_believed() {
        files.put(
                "CTL" + NAME + ".tlv",
                TestFiles.list().with(0, TOKEN).with(2, SERVER).signedBy(TOKEN));
        files.put(NAME + ".cnf.xml", CONFIG);
        var provisioning = phone("7960");
        provisioning.fetchTrustLists();

        assertThat(provisioning.fetchConfig()).isEmpty();

        files.put(NAME + ".cnf.xml.sgn", TestFiles.signedFile(NAME + ".cnf.xml.sgn", CONFIG, SERVER));
        assertThat(provisioning.fetchConfig()).isPresent();
    }

    @Test
    void a_tampered_file_is_refused_and_reported() {
        files.put(
                "CTL" + NAME + ".tlv",
                TestFiles.list().with(0, TOKEN).with(2, SERVER).signedBy(TOKEN));
        var signed = TestFiles.signedFile(NAME + ".cnf.xml.sgn", CONFIG, SERVER);
        files.put(NAME + ".cnf.xml.sgn", signed.flipping(signed.length() - 20, 2));
        var provisioning = phone("7960");
        provisioning.fetchTrustLists();

        assertThat(provisioning.fetchConfig()).isEmpty();
        assertThat(flash.status()).contains("File Auth Failed");
    }

    @Test
    void a_configuration_with_a_document_type_or_without_device_is_no_configuration() {
        files.put(NAME + ".cnf.xml", Octets.of("<!DOCTYPE device [<!ENTITY a \"b\">]><device>&a;</device>"));
        assertThat(phone("7962").fetchConfig()).isEmpty();

        files.put(NAME + ".cnf.xml", Octets.of("<html/>"));
        assertThat(phone("7962").fetchConfig()).isEmpty();
    }
}
