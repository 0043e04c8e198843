package org.keyline.model.server;

import java.util.Map;
import org.keyline.model.media.AudioCodec;

/**
 * A region decides how much audio quality its calls may have.
 *
 * @param name its name
 * @param within the best codec for calls inside the region
 * @param toOthers the best codec for calls to regions not named in {@code to}
 * @param to the best codec for calls to particular other regions
 */
public record Region(String name, AudioCodec within, AudioCodec toOthers, Map<String, AudioCodec> to) {
    public Region {
        to = Map.copyOf(to);
    }
}
