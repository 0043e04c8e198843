package org.keyline.phoneservices.http;

import java.net.InetAddress;

/**
 * A request for a page.
 *
 * @param path the path, for example {@code /directories}
 * @param query what is asked
 * @param from the address it comes from
 * @param root what addresses of further pages begin with, for example {@code http://10.0.0.1:8080}
 */
public record PageRequest(String path, Query query, InetAddress from, String root) {}
