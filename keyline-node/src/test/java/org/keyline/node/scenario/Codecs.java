package org.keyline.node.scenario;

import java.util.List;
import org.keyline.lab.LabPhone;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;

/** What phones were told to speak. */
final class Codecs {
    private Codecs() {}

    /** The codec of each channel the phone was told to open, oldest first. */
    static List<Codec> toHear(LabPhone phone) {
        return phone.messages().stream()
                .map(said -> said.message())
                .filter(OpenReceiveChannel.class::isInstance)
                .map(message -> ((OpenReceiveChannel) message).codec())
                .toList();
    }
}
