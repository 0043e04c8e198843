package org.keyline.model.device;

import java.util.Optional;
import org.keyline.model.dial.NumberKey;

/**
 * A number that a phone dials at the push of a button, or by its index.
 *
 * @param instance its index, from 1
 * @param digits what it dials
 * @param label the text beside its button; may be empty (the digits are shown)
 * @param watches the line whose use its button shows, or the slot of parked calls
 */
public record SpeedDial(int instance, String digits, String label, Optional<NumberKey> watches) {
    /** A speed dial that watches nothing. */
    public SpeedDial(int instance, String digits, String label) {
        this(instance, digits, label, Optional.empty());
    }
}
