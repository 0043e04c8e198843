package org.keyline.tftp.configuration;

import java.util.Optional;
import org.keyline.config.snapshot.Parameters;
import org.keyline.model.device.DeviceName;
import org.keyline.model.server.Node;

/**
 * The addresses behind the phone's service buttons: those of the enterprise parameters and, where these say nothing and
 * the node serves phones itself, the node's own. Newer firmware takes the secure ones first.
 */
record ServiceUrls(Parameters parameters) {
    /** For phones that have no name yet, and so get no addresses of the node. */
    void write(PhoneXml xml) {
        write(xml, Optional.empty());
    }

    /** For a phone. */
    void write(PhoneXml xml, Node node, DeviceName phone) {
        if (parameters.flag("ipPhoneServices.plainHttp")) {
            write(xml, Optional.of(new Served("http://", place(node, "ipPhoneServices.httpPort"), phone)));
        } else {
            write(xml, Optional.empty());
        }
        if (parameters.flag("ipPhoneServices.https")) {
            var served = new Served("https://", place(node, "ipPhoneServices.httpsPort"), phone);
            xml.text("secureAuthenticationURL", served.authentication())
                    .text("secureDirectoryURL", served.page("/directories"))
                    .text("secureServicesURL", served.page("/services"));
        }
    }

    private String place(Node node, String port) {
        var address = node.address().contains(":") ? "[" + node.address() + "]" : node.address();
        return address + ":" + parameters.text(port);
    }

    /** What a node serves, at addresses that name the phone: not every firmware fills in its name. */
    private record Served(String scheme, String place, DeviceName phone) {
        String authentication() {
            return scheme + place + "/authenticate";
        }

        String page(String path) {
            return scheme + place + path + "?device=" + phone.text();
        }
    }

    private void write(PhoneXml xml, Optional<Served> own) {
        xml.text("authenticationURL", url("authenticationUrl", own.map(Served::authentication)))
                .text("directoryURL", url("directoryUrl", own.map(served -> served.page("/directories"))))
                .text("idleURL", parameters.text("enterprise.idleUrl"))
                .text("idleTimeout", parameters.text("enterprise.idleTimeout"))
                .text("informationURL", parameters.text("enterprise.informationUrl"))
                .text("messagesURL", parameters.text("enterprise.messagesUrl"))
                .text("servicesURL", url("servicesUrl", own.map(served -> served.page("/services"))))
                .text("proxyServerURL", parameters.text("enterprise.proxyServerUrl"));
    }

    private String url(String parameter, Optional<String> own) {
        var asked = parameters.text("enterprise." + parameter);
        return asked.isEmpty() ? own.orElse("") : asked;
    }
}
