package org.keyline.ctl;

/**
 * A server of the cluster in the list that each of them gives.
 *
 * @param name its name
 * @param address the name or address under which phones and clients reach it
 * @param port the port of its CTL Provider
 */
public record ListedServer(String name, String address, int port) {}
