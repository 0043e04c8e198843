package org.keyline.lab.phone;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.lab.capf.CapfManners;
import org.keyline.lab.files.FileSource;
import org.keyline.lab.trust.PhoneClock;

/**
 * How a phone is set up.
 *
 * @param deviceName {@code SEP} and twelve hexadecimal digits
 * @param profile its model and load
 * @param address the address it uses itself
 * @param files where it fetches its files; empty for a phone that is told where to register
 * @param callManagers where to register without files, in order
 * @param secure whether a phone without files speaks TLS
 * @param ciphers TLS cipher suites to offer; empty for the usual ones
 * @param capf its manners in a CAPF session
 * @param authenticationString what its user types when CAPF asks for a string
 * @param misbehaviour how it misbehaves
 * @param frequency of the tone it plays, in Hz
 * @param clock its clock
 * @param unaware what the load it comes with does not know; another one knows it
 * @param reconnectPause the pause before it tries again after a loss; empty if it stays down
 */
public record PhoneSettings(
        String deviceName,
        PhoneProfile profile,
        InetAddress address,
        Optional<FileSource> files,
        List<InetSocketAddress> callManagers,
        boolean secure,
        List<String> ciphers,
        CapfManners capf,
        Optional<String> authenticationString,
        Set<Misbehaviour> misbehaviour,
        int frequency,
        PhoneClock clock,
        Set<LoadFunction> unaware,
        Optional<Duration> reconnectPause) {

    /** Without the authentication string. */
    @Override
    public String toString() {
        return deviceName + " (" + profile.model() + ")";
    }
}
