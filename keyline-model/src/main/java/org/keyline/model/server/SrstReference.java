package org.keyline.model.server;

import java.util.Optional;

/**
 * A gateway that does limited call processing for phones that reach no call manager (spec OV-08).
 *
 * @param name its name
 * @param address its name or address for SCCP
 * @param port its SCCP port; the TLS port is this + 443
 * @param sipAddress its name or address for SIP; empty where it serves no SIP phones
 * @param sipPort its SIP port
 * @param secure whether phones that can shall use TLS with it ({@code Is SRST Secure?})
 * @param certificateProviderPort where it hands out its certificate, 1024 to 49151
 * @param certificate the accepted certificate, DER in Base64; only a secure reference has one
 */
public record SrstReference(
        String name,
        String address,
        int port,
        Optional<String> sipAddress,
        int sipPort,
        boolean secure,
        int certificateProviderPort,
        Optional<String> certificate) {}
