package org.keyline.capf.former;

import org.keyline.capf.former.Unread.Reason;

/** Something read by its look, or why not. */
sealed interface Recognised<T> {
    /** It is this. */
    record Known<T>(T value) implements Recognised<T> {}

    /**
     * It is nothing that is known.
     *
     * @param field the part that is not, empty when it is the whole
     */
    record Unknown<T>(Reason reason, String field) implements Recognised<T> {}

    static <T> Recognised<T> not(Reason reason) {
        return new Unknown<>(reason, "");
    }

    static <T> Recognised<T> not(Reason reason, String field) {
        return new Unknown<>(reason, field);
    }
}
