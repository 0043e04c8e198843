package org.keyline.callcontrol.party;

import org.keyline.model.server.Location;

/**
 * Where a device is, as far as its media goes.
 *
 * @param region its region, which decides codecs
 * @param location its location, whose bandwidth its calls with other locations take
 */
public record Site(String region, String location) {
    /** A region at the usual location. */
    public static Site in(String region) {
        return new Site(region, Location.HUB_NONE);
    }

    /** Whether media between the two takes no bandwidth of locations. */
    public boolean sharesLocation(Site other) {
        return location.equals(other.location);
    }
}
