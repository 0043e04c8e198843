package org.keyline.sccp.station;

import java.util.Set;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.Family;
import org.keyline.model.security.SecurityClass;
import org.keyline.sccp.codec.field.DeviceType;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.ProtocolVersion;

/**
 * What one registered phone understands: decides which form of a message it gets.
 *
 * @param version the negotiated protocol version
 * @param features what it announced
 * @param model its model
 * @param transport how its connection is protected
 */
public record StationTraits(ProtocolVersion version, FeatureBits features, PhoneModel model, SecurityClass transport) {
    /** RTP payload type of DTMF for phones that send it there. */
    private static final int DTMF_PAYLOAD = 101;

    private static final Set<DeviceType> HOOK_FLASH = Set.of(
            DeviceType.CISCO_7905G,
            DeviceType.CISCO_7906G,
            DeviceType.CISCO_7911G,
            DeviceType.CISCO_7912G,
            DeviceType.CISCO_6901,
            DeviceType.ATA_186,
            DeviceType.ATA_188);

    private static final Set<DeviceType> LOSES_CLOCK =
            Set.of(DeviceType.CISCO_7935, DeviceType.CISCO_7936, DeviceType.CISCO_7937G);

    private static final Set<Family> APPLIES_CONFIGURATION =
            Set.of(Family.JAVA, Family.SERIES_69XX, Family.SERIES_89XX);

    /** How messages to and from it are laid out. */
    public Dialect dialect() {
        return new Dialect(version, features.utf8());
    }

    /** Texts go in messages with dynamic strings. */
    public boolean dynamicText() {
        return version.atLeast(8) && features.dynamicMessages();
    }

    /** It knows the newer label codes, prefix 1E. */
    public boolean extendedLabels() {
        return version.atLeast(8);
    }

    /** Its only key for hold and transfer is the hook, and it must be told to report it. */
    public boolean flashesHook() {
        return HOOK_FLASH.contains(type()) || model.family() == Family.ANALOG;
    }

    /** Its clock line is gone after a call and must be set again. */
    public boolean losesClock() {
        return LOSES_CLOCK.contains(type());
    }

    /** It shows a call that is held at another phone by a state of its own; others show it as held. */
    public boolean knowsRemoteHold() {
        return version.atLeast(17);
    }

    /** It has the keys of one who brings others in; series 69xx shows nothing for that set. */
    public boolean knowsConferenceKeys() {
        return model.family() != Family.SERIES_69XX;
    }

    /** It can be told in which of its lists a call goes. */
    public boolean takesCallHistory() {
        return version.atLeast(15);
    }

    /** Its registration ends with RegisterAvailableLines instead of TimeDateReq. */
    public boolean endsWithAvailableLines() {
        return model.family() == Family.SPA;
    }

    /** It can fetch a changed configuration without restarting (Reset type 3). */
    public boolean appliesConfiguration() {
        return version.atLeast(15) && APPLIES_CONFIGURATION.contains(model.family());
    }

    /** Pages can be sent to it through SCCP. */
    public boolean takesPages() {
        return version.atLeast(4);
    }

    /** Pages sent to it say which application's they are, and for how long. */
    public boolean namesPages() {
        return version.atLeast(5);
    }

    /** It closes a page when it is told so; older phones start their services again. */
    public boolean closesPages() {
        return version.atLeast(15);
    }

    /** Its buttons can show whether a line is in use. */
    public boolean showsBusyLamps() {
        return version.atLeast(15);
    }

    /** Messages may carry media keys: the connection is encrypted and the layout has a place for them. */
    public boolean takesMediaKeys() {
        return transport == SecurityClass.ENCRYPTED && version.atLeast(5);
    }

    /** The payload type of DTMF in RTP, or 0 when it sends none there. */
    public int dtmfPayload() {
        return features.rfc2833() ? DTMF_PAYLOAD : 0;
    }

    /** Its device type as SCCP numbers it. */
    public DeviceType type() {
        return DeviceType.of(model.deviceType());
    }
}
