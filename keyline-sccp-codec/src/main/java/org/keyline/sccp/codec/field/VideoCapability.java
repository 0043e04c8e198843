package org.keyline.sccp.codec.field;

import java.util.List;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * One video codec a phone can do.
 *
 * @param codec the codec
 * @param direction 1 receive, 2 transmit, 3 both
 * @param levels at most four picture sizes
 * @param encryption whether it can be encrypted, third form only
 * @param codecParameters the codec's own words, 8 bytes in the first form, else 24
 * @param ipAddressing 0 IPv4, 1 IPv6, 2 both, third form only
 */
public record VideoCapability(
        Codec codec, int direction, List<VideoLevel> levels, int encryption, Bytes codecParameters, int ipAddressing) {
    private static final int LEVELS = 4;

    /** Keeps its own list. */
    public VideoCapability {
        levels = List.copyOf(levels);
    }

    static VideoCapability read(SccpReader in, CapabilitiesForm form) {
        return new VideoCapability(
                Codec.of(in.u32()),
                in.u32(),
                Slots.read(in, in.u32(), LEVELS, VideoLevel.SIZE, VideoLevel::read),
                form == CapabilitiesForm.V3 ? in.u32() : 0,
                in.bytes(form.codecUnion()),
                form == CapabilitiesForm.V3 ? in.u32() : 0);
    }

    void write(SccpWriter out, CapabilitiesForm form) {
        out.u32(codec.number()).u32(direction).u32(Math.min(levels.size(), LEVELS));
        Slots.write(out, levels, LEVELS, VideoLevel.SIZE, VideoLevel::write);
        if (form == CapabilitiesForm.V3) {
            out.u32(encryption);
        }
        out.bytes(form.codecUnion(), codecParameters);
        if (form == CapabilitiesForm.V3) {
            out.u32(ipAddressing);
        }
    }

    static int size(CapabilitiesForm form) {
        return 12 + LEVELS * VideoLevel.SIZE + form.codecUnion() + (form == CapabilitiesForm.V3 ? 8 : 0);
    }
}
