package org.keyline.sccp.codec.message;

/** What becomes of a frame: a message, or the reason why it is none. */
public sealed interface Decoded permits SccpMessage, Malformed {}
