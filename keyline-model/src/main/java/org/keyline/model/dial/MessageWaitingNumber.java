package org.keyline.model.dial;

import java.util.Optional;

/**
 * A number that voice mail dials to say that a mailbox has messages, or has none any more; the mailbox is the number it
 * calls from.
 *
 * @param number the number
 * @param partition the partition's name; empty is {@code <None>}
 * @param description free text
 * @param waiting whether it says that there are messages
 * @param callingSearchSpace where the line of the mailbox is looked up; without one only lines in no partition are
 *     found
 */
public record MessageWaitingNumber(
        DirectoryNumber number,
        String partition,
        String description,
        boolean waiting,
        Optional<String> callingSearchSpace) {}
