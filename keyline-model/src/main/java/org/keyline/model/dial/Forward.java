package org.keyline.model.dial;

import java.util.Optional;

/**
 * Where a line's calls go.
 *
 * @param to the number, dialled for the line
 * @param callingSearchSpace where it is looked up; without one only the partition without a name is searched
 */
public record Forward(String to, Optional<String> callingSearchSpace) {}
