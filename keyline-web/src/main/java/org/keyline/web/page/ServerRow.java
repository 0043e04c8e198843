package org.keyline.web.page;

/**
 * A server in the column of servers.
 *
 * @param name its name
 * @param isCurrent whether these pages are of it
 * @param address where its own pages are
 */
public record ServerRow(String name, boolean isCurrent, String address) {}
