package org.keyline.callcontrol.call;

import java.util.List;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.DirectoryNumber;

/** Whom a caller wants from another call. */
public sealed interface Wanted {
    /** The caller of a call that rings. */
    sealed interface Ringing extends Wanted {}

    /** A call that rings in the first of these pickup groups, by their keys, that has one. */
    record InGroups(List<String> groups) implements Ringing {
        public InGroups {
            groups = List.copyOf(groups);
        }
    }

    /** A call that rings at this line. */
    record AtLine(DirectoryNumber number, String partition) implements Ringing {
        boolean isOf(LineAppearance line) {
            return line.number().equals(number) && line.partition().equals(partition);
        }
    }

    /** Nobody: the caller wants to go to where people meet. */
    record Meeting(String number) implements Wanted {}

    /** Whoever is parked in the slot of this number. */
    record InSlot(String number) implements Wanted {}
}
