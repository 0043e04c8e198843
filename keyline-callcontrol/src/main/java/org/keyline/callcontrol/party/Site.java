package org.keyline.callcontrol.party;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.keyline.model.server.Location;

/**
 * Where a device is.
 *
 * @param region its region, which decides codecs
 * @param location its location, whose bandwidth its calls with other locations take
 * @param zone what its clock shows, for numbers that lead somewhere at some times only
 * @param media what it is played there, and what those hear whom it holds
 */
public record Site(String region, String location, ZoneId zone, MediaChoice media) {
    /** Where clocks show UTC, and nothing is particular about media. */
    public Site(String region, String location) {
        this(region, location, ZoneOffset.UTC, MediaChoice.USUAL);
    }

    /** A region at the usual location. */
    public static Site in(String region) {
        return new Site(region, Location.HUB_NONE);
    }

    /** Whether media between the two takes no bandwidth of locations. */
    public boolean sharesLocation(Site other) {
        return location.equals(other.location);
    }
}
