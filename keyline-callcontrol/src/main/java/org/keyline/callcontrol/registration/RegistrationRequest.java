package org.keyline.callcontrol.registration;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.SecurityClass;

/**
 * A device asks to register.
 *
 * @param device the name it gives
 * @param deviceType the type it gives
 * @param transport how its connection is protected: plain TCP is non-secure, TLS without encryption (NULL-SHA)
 *     authenticated, TLS with encryption encrypted
 * @param certifiedName the device name in its certificate, where TLS showed one
 * @param peer where it connects from
 * @param protocolVersion the highest protocol version it speaks
 * @param load the firmware it runs, or empty
 */
public record RegistrationRequest(
        DeviceName device,
        int deviceType,
        SecurityClass transport,
        Optional<DeviceName> certifiedName,
        InetSocketAddress peer,
        int protocolVersion,
        String load) {
    /** Address and port it connects from, for people. */
    public String peerText() {
        return peer.getHostString() + ":" + peer.getPort();
    }
}
