package org.keyline.model.dial;

import java.util.Arrays;
import java.util.Optional;

/** What a part of a number in a numbering plan is. */
public enum NumberTag {
    /** The area code of a call over long distance. */
    AREA_CODE,
    /** The country code of a call abroad (ITU-T E.164). */
    COUNTRY_CODE,
    /** What ends a number of any length, a {@code #}. */
    END_OF_DIALING,
    /** What leads abroad, as 01. */
    INTERNATIONAL_ACCESS,
    /** After it: dialled without an operator, as the second 1 of 011. */
    INTERNATIONAL_DIRECT_DIAL,
    /** After it: the operator for calls abroad, as the second 0 of 010. */
    INTERNATIONAL_OPERATOR,
    /** The area code of a local call of ten digits. */
    LOCAL_AREA_CODE,
    /** Before a number without area code: dialled without an operator. */
    LOCAL_DIRECT_DIAL,
    /** The operator for local calls, as 0. */
    LOCAL_OPERATOR,
    /** Before an area code: dialled without an operator, as 1. */
    LONG_DISTANCE_DIRECT_DIAL,
    /** The operator for long distance, as 0 before an area code, or 00. */
    LONG_DISTANCE_OPERATOR,
    /** A number within the country of the country code. */
    NATIONAL_NUMBER,
    /** The exchange of a number. */
    OFFICE_CODE,
    /** Which satellites carry the call. */
    SATELLITE_SERVICE,
    /** A service of the network, as 911. */
    SERVICE,
    /** Who is reached within an exchange. */
    SUBSCRIBER,
    /** Which carrier takes the call. */
    TRANSIT_NETWORK,
    /** What tells that a carrier is chosen, as 101. */
    TRANSIT_NETWORK_ESCAPE;

    /** As it is written in plans and shown, for example {@code AREA-CODE}. */
    public String text() {
        return name().replace('_', '-');
    }

    /** The tag that is written like this. */
    public static Optional<NumberTag> of(String text) {
        return Arrays.stream(values()).filter(tag -> tag.text().equals(text)).findFirst();
    }
}
