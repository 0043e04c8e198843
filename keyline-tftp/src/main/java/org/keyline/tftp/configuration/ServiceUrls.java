package org.keyline.tftp.configuration;

import org.keyline.config.snapshot.Parameters;

/** The addresses behind the phone's service buttons, from the enterprise parameters. */
final class ServiceUrls {
    private ServiceUrls() {}

    static void write(PhoneXml xml, Parameters parameters) {
        xml.text("authenticationURL", parameters.text("enterprise.authenticationUrl"))
                .text("directoryURL", parameters.text("enterprise.directoryUrl"))
                .text("idleURL", parameters.text("enterprise.idleUrl"))
                .text("idleTimeout", parameters.text("enterprise.idleTimeout"))
                .text("informationURL", parameters.text("enterprise.informationUrl"))
                .text("messagesURL", parameters.text("enterprise.messagesUrl"))
                .text("servicesURL", parameters.text("enterprise.servicesUrl"))
                .text("proxyServerURL", parameters.text("enterprise.proxyServerUrl"));
    }
}
