package org.keyline.callcontrol.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.server.Region;

/**
 * Which codec two parties use: one both have, within what their regions allow; the regions' own codec first, then the
 * best.
 *
 * @param regions by name; between regions that are not known G.711 is allowed
 */
public record CodecChoice(Map<String, Region> regions) {
    private static final List<AudioCodec> BEST_FIRST = List.of(
            AudioCodec.WIDEBAND,
            AudioCodec.G722,
            AudioCodec.G711_ULAW,
            AudioCodec.G711_ALAW,
            AudioCodec.ILBC,
            AudioCodec.G729,
            AudioCodec.G729A,
            AudioCodec.G729B,
            AudioCodec.G729AB,
            AudioCodec.GSM,
            AudioCodec.G723);

    /** Phones whose media encryption has no room for wideband (spec OV-30). */
    private static final Set<String> NO_ENCRYPTED_WIDEBAND = Set.of("7940", "7960");

    public CodecChoice {
        regions = Map.copyOf(regions);
    }

    /** The codec for a call, if there is one besides those a phone already refused. */
    public Optional<AudioCodec> between(Terminal calling, Terminal called, Set<AudioCodec> refused) {
        return within(limit(calling, called), calling, called, refused)
                .filter(codec -> codec != AudioCodec.WIDEBAND || widebandMay(calling, called))
                .findFirst();
    }

    /** The codec for a call whose media goes through a device that passes on what comes, in what it can. */
    public Optional<AudioCodec> through(Terminal point, Terminal calling, Terminal called, Set<AudioCodec> refused) {
        return within(lower(limit(calling, point), limit(point, called)), calling, called, refused)
                .filter(point.codecs()::contains)
                .filter(codec ->
                        codec != AudioCodec.WIDEBAND || (widebandMay(calling, point) && widebandMay(called, point)))
                .findFirst();
    }

    private static Stream<AudioCodec> within(
            AudioCodec limit, Terminal calling, Terminal called, Set<AudioCodec> refused) {
        return Stream.concat(Stream.of(limit), BEST_FIRST.stream())
                .filter(codec -> codec.kilobits() <= limit.kilobits() && !refused.contains(codec))
                .filter(codec ->
                        calling.codecs().contains(codec) && called.codecs().contains(codec));
    }

    private AudioCodec limit(Terminal one, Terminal other) {
        return limit(one.site().region(), other.site().region());
    }

    /**
     * The best codec between two regions. A relation that one of them names counts for both; where both name it, or
     * neither does, the lower of the two.
     */
    private AudioCodec limit(String calling, String called) {
        var one = regions.get(calling);
        var other = regions.get(called);
        if (one == null || other == null) {
            return AudioCodec.G711_ULAW;
        }
        if (calling.equals(called)) {
            return one.within();
        }
        var there = Optional.ofNullable(one.to().get(called));
        var back = Optional.ofNullable(other.to().get(calling));
        return there.isPresent() || back.isPresent()
                ? lower(there.or(() -> back).orElseThrow(), back.or(() -> there).orElseThrow())
                : lower(one.toOthers(), other.toOthers());
    }

    private static AudioCodec lower(AudioCodec one, AudioCodec other) {
        return other.kilobits() < one.kilobits() ? other : one;
    }

    private static boolean widebandMay(Terminal calling, Terminal called) {
        return SecurityClassification.mediaProtection(calling, called).isEmpty()
                || (takesEncryptedWideband(calling) && takesEncryptedWideband(called));
    }

    private static boolean takesEncryptedWideband(Terminal terminal) {
        return terminal.model()
                .filter(model -> NO_ENCRYPTED_WIDEBAND.contains(model.name()))
                .isEmpty();
    }
}
