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
        var limit = limit(calling.region(), called.region());
        return Stream.concat(Stream.of(limit), BEST_FIRST.stream())
                .filter(codec -> codec.kilobits() <= limit.kilobits() && !refused.contains(codec))
                .filter(codec ->
                        calling.codecs().contains(codec) && called.codecs().contains(codec))
                .filter(codec -> codec != AudioCodec.WIDEBAND || widebandMay(calling, called))
                .findFirst();
    }

    private AudioCodec limit(String calling, String called) {
        var region = regions.get(calling);
        if (region == null) {
            return AudioCodec.G711_ULAW;
        }
        return calling.equals(called) ? region.within() : region.to().getOrDefault(called, region.toOthers());
    }

    private static boolean widebandMay(Terminal calling, Terminal called) {
        return SecurityClassification.mediaProtection(calling, called).isEmpty()
                || (takesEncryptedWideband(calling) && takesEncryptedWideband(called));
    }

    private static boolean takesEncryptedWideband(Terminal terminal) {
        return !NO_ENCRYPTED_WIDEBAND.contains(terminal.model().name());
    }
}
