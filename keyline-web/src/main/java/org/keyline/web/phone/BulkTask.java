package org.keyline.web.phone;

import java.util.List;

/**
 * A bulk operation as it is kept over restarts.
 *
 * @param progress how far it is: the first {@link BulkProgress#done} of the phones are over with
 * @param phones the phones it is for, in the order in which they are done
 * @param who the administrator who started it
 */
record BulkTask(BulkProgress progress, List<String> phones, String who) {
    BulkTask {
        phones = List.copyOf(phones);
    }

    BulkTask at(BulkProgress now) {
        return new BulkTask(now, phones, who);
    }

    /** The phones that are next. */
    List<String> portion(int most) {
        int from = Math.min(progress.done(), phones.size());
        return phones.subList(from, Math.min(phones.size(), from + most));
    }
}
