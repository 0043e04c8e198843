package org.keyline.ctl.client;

import org.keyline.ctl.provider.message.ProviderMessage;

/** What this client is called by (CTL9-56); its number is that of the protocol it speaks. */
public final class Version {
    /** The client's version, for example {@code 0.1.0 (protocol 2)}. */
    public static final String CLIENT = "0.1.0 (protocol " + ProviderMessage.VERSION + ")";

    private Version() {}
}
