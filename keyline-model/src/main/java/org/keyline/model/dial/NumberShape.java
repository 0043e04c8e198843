package org.keyline.model.dial;

import java.util.List;

/** Which numbers a pattern matches, and of what parts they are. */
public interface NumberShape {
    /** How many numbers of {@code length} keys it matches. */
    double breadth(int length);

    /** Whether it matches numbers of different lengths. */
    boolean anyLength();

    /** How many of {@code digits}, which match, stand before the dot; none where the pattern has no dot. */
    int beforeDot(String digits);

    /** How many of {@code digits}, which match, stand before the {@code @}; none where the pattern has none. */
    int beforeAt(String digits);

    /** The parts of {@code digits} after the {@code @}, in order; empty where the pattern has none. */
    List<TaggedDigits> parts(String digits);
}
