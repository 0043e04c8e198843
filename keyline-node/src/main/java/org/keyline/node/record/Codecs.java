package org.keyline.node.record;

import org.keyline.model.media.AudioCodec;

/** Codecs by the numbers of records. */
final class Codecs {
    private Codecs() {}

    static int number(AudioCodec codec) {
        return switch (codec) {
            case G711_ALAW -> 2;
            case G711_ULAW -> 4;
            case G722 -> 6;
            case G723 -> 9;
            case G729 -> 11;
            case G729A -> 12;
            case G729B -> 15;
            case G729AB -> 16;
            case WIDEBAND -> 25;
            case GSM -> 80;
            case ILBC -> 86;
        };
    }
}
