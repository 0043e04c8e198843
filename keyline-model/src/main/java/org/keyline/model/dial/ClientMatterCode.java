package org.keyline.model.dial;

/**
 * A code for which client, or which matter, a call is made.
 *
 * @param code 1 to 16 digits
 */
public record ClientMatterCode(String code, String description) {}
