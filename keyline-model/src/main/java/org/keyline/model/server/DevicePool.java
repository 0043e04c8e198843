package org.keyline.model.server;

import java.util.Optional;
import org.keyline.model.media.MediaSettings;

/**
 * What many devices share.
 *
 * @param name its name
 * @param callManagerGroup the nodes its devices register with
 * @param region the region that decides codecs
 * @param dateTemplate how phones write dates, for example {@code M/D/YA}
 * @param timeZone the zone as the IANA names it, for example {@code Asia/Tokyo}
 * @param srst where its devices go when none of those nodes answers
 * @param media what its devices do about media that say nothing of their own
 * @param softkeyTemplate the softkeys of its phones that have no template of their own; empty is the standard one
 */
public record DevicePool(
        String name,
        String callManagerGroup,
        String region,
        String dateTemplate,
        String timeZone,
        SrstFallback srst,
        MediaSettings media,
        Optional<String> softkeyTemplate) {
    /** A pool whose phones have the standard softkeys. */
    public DevicePool(
            String name,
            String callManagerGroup,
            String region,
            String dateTemplate,
            String timeZone,
            SrstFallback srst) {
        this(name, callManagerGroup, region, dateTemplate, timeZone, srst, MediaSettings.NONE, Optional.empty());
    }

    /** A pool whose devices have nowhere else to go. */
    public DevicePool(String name, String callManagerGroup, String region, String dateTemplate, String timeZone) {
        this(name, callManagerGroup, region, dateTemplate, timeZone, new SrstFallback.Disabled());
    }
}
