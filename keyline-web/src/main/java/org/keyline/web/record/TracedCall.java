package org.keyline.web.record;

import java.time.Instant;
import java.util.List;

/**
 * A call that is over and whose signals are kept.
 *
 * @param call its number: the reference of its first leg
 * @param began when its caller went off hook
 * @param ended when it ended
 * @param numbers every number that had a part in it, the caller's first
 * @param devices every device that had a part in it
 */
public record TracedCall(int call, Instant began, Instant ended, List<String> numbers, List<String> devices) {
    public TracedCall {
        numbers = List.copyOf(numbers);
        devices = List.copyOf(devices);
    }

    /** Names it among all calls, also those of earlier runs of a node. */
    public String id() {
        return Integer.toUnsignedString(call) + "-" + began.toEpochMilli();
    }
}
