package org.keyline.lab.phone;

import java.util.List;
import java.util.Optional;

/**
 * What a phone takes from its configuration file.
 *
 * @param callManagers the members of its CallManager group, in order of priority
 * @param securityMode 1 non-secure, 2 authenticated, 3 encrypted
 * @param capfMode 0 none, 1 by string, 2 by null string, 3 by LSC, 4 by MIC
 * @param capf where CAPF is, if anywhere
 * @param verifiers where trust verification is, in order of priority
 * @param certHash MD5 of the certificate the server knows of this phone; empty if it knows none
 * @param encrypted whether the whole configuration is in an encrypted file
 * @param versionStamp changes whenever the content changes
 * @param loadInformation the firmware the phone should run
 * @param userLocale the directory of the user locale; empty for the built-in one
 * @param networkLocale the directory of the network locale; empty for the built-in one
 * @param settingsAccess whether the user may change and save settings at the phone
 * @param srst where it goes when no call manager answers; nowhere where the file is silent
 * @param urls what its buttons open
 */
public record PhoneConfig(
        List<Server> callManagers,
        int securityMode,
        int capfMode,
        Optional<Server> capf,
        List<Server> verifiers,
        String certHash,
        boolean encrypted,
        String versionStamp,
        String loadInformation,
        String userLocale,
        String networkLocale,
        boolean settingsAccess,
        Optional<SrstInfo> srst,
        ServiceUrls urls) {

    /**
     * A server the file names.
     *
     * @param host its name or address
     * @param port its port
     */
    public record Server(String host, int port) {}

    /**
     * What the phone's buttons open.
     *
     * @param authentication where it asks who may send it pages
     */
    public record ServiceUrls(String services, String directories, String authentication) {}

    /** The port of secure SCCP lies this much above the plain one. */
    public static final int SECURE_OFFSET = 443;

    /** Whether signalling goes over TLS. */
    public boolean isSecure() {
        return securityMode >= 2;
    }

    /** Where the phone registers, with the port its security mode calls for. */
    public List<Server> signalling() {
        return callManagers.stream()
                .map(server -> isSecure() ? new Server(server.host(), server.port() + SECURE_OFFSET) : server)
                .toList();
    }
}
