package org.keyline.model.dial;

import org.keyline.model.security.SecurityClass;

/**
 * Numbers at which people meet: one opens a conference there by the key MeetMe, who dials the number then is in it.
 *
 * @param pattern a number, or a range of them such as {@code 85XX}
 * @param partition the partition's name; empty is {@code <None>}
 * @param description free text
 * @param minimumSecurity how secure the phones must be that take part
 */
public record MeetMeNumber(String pattern, String partition, String description, SecurityClass minimumSecurity) {}
