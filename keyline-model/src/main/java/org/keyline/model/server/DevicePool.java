package org.keyline.model.server;

/**
 * What many devices share.
 *
 * @param name its name
 * @param callManagerGroup the nodes its devices register with
 * @param region the region that decides codecs
 * @param dateTemplate how phones write dates, for example {@code M/D/YA}
 * @param timeZone the zone as the IANA names it, for example {@code Asia/Tokyo}
 * @param srst where its devices go when none of those nodes answers
 */
public record DevicePool(
        String name, String callManagerGroup, String region, String dateTemplate, String timeZone, SrstFallback srst) {
    /** A pool whose devices have nowhere else to go. */
    public DevicePool(String name, String callManagerGroup, String region, String dateTemplate, String timeZone) {
        this(name, callManagerGroup, region, dateTemplate, timeZone, new SrstFallback.Disabled());
    }
}
