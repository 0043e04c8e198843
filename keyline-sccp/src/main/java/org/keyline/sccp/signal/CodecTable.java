package org.keyline.sccp.signal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.media.AudioCodec;
import org.keyline.sccp.codec.field.AudioCapability;
import org.keyline.sccp.codec.field.Codec;

/** Audio codecs and their payload capability numbers. */
public final class CodecTable {
    /** The number under which a codec is asked for. */
    private static final Map<AudioCodec, Codec> NUMBERS = new EnumMap<>(Map.ofEntries(
            Map.entry(AudioCodec.G711_ULAW, Codec.G711_ULAW_64K),
            Map.entry(AudioCodec.G711_ALAW, Codec.G711_ALAW_64K),
            Map.entry(AudioCodec.G722, Codec.G722_64K),
            Map.entry(AudioCodec.G729, Codec.G729),
            Map.entry(AudioCodec.G729A, Codec.G729A),
            Map.entry(AudioCodec.G729B, Codec.G729B),
            Map.entry(AudioCodec.G729AB, Codec.G729AB),
            Map.entry(AudioCodec.G723, Codec.G723_1),
            Map.entry(AudioCodec.GSM, Codec.GSM_FULL_RATE),
            Map.entry(AudioCodec.ILBC, Codec.ILBC),
            Map.entry(AudioCodec.WIDEBAND, Codec.WIDEBAND_256K)));

    /** Other numbers under which phones announce the same codecs. */
    private static final Map<Codec, AudioCodec> SYNONYMS =
            Map.of(Codec.GSM, AudioCodec.GSM, Codec.G729_ANNEX_B_OLD, AudioCodec.G729B);

    private CodecTable() {}

    /** The number of {@code codec}. */
    public static Codec number(AudioCodec codec) {
        var number = NUMBERS.get(codec);
        if (number == null) {
            throw new IllegalStateException("Every audio codec has a payload capability: " + codec);
        }
        return number;
    }

    /** The codec of this number; empty for those call control does not use, and for numbers that are no audio codec. */
    public static Optional<AudioCodec> codec(Codec number) {
        for (var entry : NUMBERS.entrySet()) {
            if (entry.getValue().equals(number)) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.ofNullable(SYNONYMS.get(number));
    }

    /** What a phone announced, in its order, each codec once. */
    public static List<AudioCodec> codecs(List<AudioCapability> announced) {
        var codecs = new LinkedHashSet<AudioCodec>();
        for (var capability : announced) {
            codec(capability.codec()).ifPresent(codecs::add);
        }
        return new ArrayList<>(codecs);
    }
}
