package org.keyline.callcontrol.station;

import java.time.Instant;
import java.util.Optional;

/**
 * What a phone shows of call back: that it watches the line of somebody who could not be reached, and that they are
 * free now.
 *
 * @param kind what there is to say
 * @param who whom it is about: the number as it was dialled, and the name that was shown; without a number where that
 *     is not known
 * @param instead whom the user wants now, for {@link Kind#REPLACE}
 * @param since when they became free, for {@link Kind#AVAILABLE}
 */
public record CallBackNotice(Kind kind, Party who, Optional<Party> instead, Optional<Instant> since) {
    /** One that is about one party only. */
    public static CallBackNotice of(Kind kind, Party who) {
        return new CallBackNotice(kind, who, Optional.empty(), Optional.empty());
    }

    /** Already waiting for one, the user wants another. */
    public static CallBackNotice replacing(Party who, Party instead) {
        return new CallBackNotice(Kind.REPLACE, who, Optional.of(instead), Optional.empty());
    }

    /** They are free. */
    public static CallBackNotice available(Party who, Instant since) {
        return new CallBackNotice(Kind.AVAILABLE, who, Optional.empty(), Optional.of(since));
    }

    /** What there is to say. */
    public enum Kind {
        /** The user will be told. */
        ACTIVE,
        /** The user is already waiting for somebody else: one or the other. */
        REPLACE,
        /** They are free: the phone rings once. */
        AVAILABLE,
        /** The user waits no more. */
        CANCELLED,
        /** They did not become free in time. */
        EXPIRED,
        /** No phone with the line is registered, or it is no line any more. */
        UNREACHABLE,
        /** The number leads to no line, but to a group, outside or to a feature. */
        NO_LINE,
        /** The line is on the user's own phone. */
        OWN_LINE,
        /** The call was sent on to somebody else. */
        FORWARDED,
        /** The number leads nowhere. */
        UNKNOWN_NUMBER,
        /** There is nothing to show any more. */
        OVER
    }

    /** What a user may choose. */
    public enum Choice {
        /** Call them. */
        DIAL,
        /** Wait no more. */
        CANCEL,
        /** Wait for whom they wanted last, and no more for whom they wanted before. */
        REPLACE
    }
}
