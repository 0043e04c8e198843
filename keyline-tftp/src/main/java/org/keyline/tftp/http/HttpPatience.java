package org.keyline.tftp.http;

import java.time.Duration;

/**
 * How long a connection may be kept.
 *
 * @param request how long until a request has come whole, also the next one of a kept connection
 * @param requests how many requests one connection may make
 */
public record HttpPatience(Duration request, int requests) {
    /** Ten seconds, and enough requests for a phone that loads all its files. */
    public static final HttpPatience STANDARD = new HttpPatience(Duration.ofSeconds(10), 100);
}
