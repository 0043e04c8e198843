package org.keyline.callcontrol.party;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.BuiltInBridge;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.dial.CallOrigin;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;

/**
 * A device as it takes part in a call: who its user is to others, how it is registered and what it can do (spec
 * PH-005).
 *
 * @param device its name
 * @param party number and name shown to the other party
 * @param line the line it takes part by; media resources have none
 * @param model its model; media resources have none
 * @param site where it is
 * @param security how it is registered
 * @param algorithms how it can protect media; empty unless it is registered as encrypted
 * @param codecs what it can hear and say, best first
 * @param bridge whether the bridge of its own, which barge needs, is on
 */
public record Terminal(
        DeviceName device,
        Party party,
        Optional<LineAppearance> line,
        Optional<PhoneModel> model,
        Site site,
        SecurityClass security,
        Set<SrtpAlgorithm> algorithms,
        List<AudioCodec> codecs,
        BuiltInBridge bridge) {
    /** A device without a bridge of its own. */
    public Terminal(
            DeviceName device,
            Party party,
            Optional<PhoneModel> model,
            Site site,
            SecurityClass security,
            Set<SrtpAlgorithm> algorithms,
            List<AudioCodec> codecs) {
        this(device, party, Optional.empty(), model, site, security, algorithms, codecs, BuiltInBridge.OFF);
    }

    /** Who calls from no line of this system comes from outside. */
    public CallOrigin origin() {
        return line.isPresent() ? CallOrigin.INTERNAL : CallOrigin.EXTERNAL;
    }

    /** Whether both take part by the same line, of the same partition. */
    public boolean sharesLine(Terminal other) {
        return line.isPresent() && other.line().filter(line.get()::isSameLine).isPresent();
    }

    /** What others outside shall see of its line's number, if its line has such a mask. */
    public Optional<String> externalMask() {
        return line.flatMap(LineAppearance::externalMask);
    }

    public Terminal {
        algorithms = Set.copyOf(algorithms);
        codecs = List.copyOf(codecs);
    }
}
