package org.keyline.model.dial;

import static org.keyline.model.dial.NumberTag.AREA_CODE;
import static org.keyline.model.dial.NumberTag.COUNTRY_CODE;
import static org.keyline.model.dial.NumberTag.INTERNATIONAL_ACCESS;
import static org.keyline.model.dial.NumberTag.INTERNATIONAL_DIRECT_DIAL;
import static org.keyline.model.dial.NumberTag.INTERNATIONAL_OPERATOR;
import static org.keyline.model.dial.NumberTag.LOCAL_AREA_CODE;
import static org.keyline.model.dial.NumberTag.LONG_DISTANCE_DIRECT_DIAL;
import static org.keyline.model.dial.NumberTag.LONG_DISTANCE_OPERATOR;
import static org.keyline.model.dial.NumberTag.TRANSIT_NETWORK;
import static org.keyline.model.dial.NumberTag.TRANSIT_NETWORK_ESCAPE;

/**
 * Which of the dialled digits are thrown away before a number goes on: what stands before the pattern's dot or
 * {@code @}, parts of a numbering plan's number, a {@code #} at the end, and each of these with the others.
 */
public enum DigitDiscard {
    NONE(Before.NOTHING, Cut.NONE, false),
    /** Nothing, said outright: in a route list it holds against the pattern's own change. */
    NO_DIGITS(Before.NOTHING, Cut.NONE, false),
    TRAILING_HASH(Before.NOTHING, Cut.NONE, true),
    TEN_TEN_DIALING(Before.NOTHING, Cut.TEN_TEN_DIALING, false),
    TEN_TEN_DIALING_TRAILING_HASH(Before.NOTHING, Cut.TEN_TEN_DIALING, true),
    ELEVEN_TEN_TO_SEVEN(Before.NOTHING, Cut.ELEVEN_TEN_TO_SEVEN, false),
    ELEVEN_TEN_TO_SEVEN_TRAILING_HASH(Before.NOTHING, Cut.ELEVEN_TEN_TO_SEVEN, true),
    ELEVEN_TO_TEN(Before.NOTHING, Cut.ELEVEN_TO_TEN, false),
    ELEVEN_TO_TEN_TRAILING_HASH(Before.NOTHING, Cut.ELEVEN_TO_TEN, true),
    INTL_TOLL_BYPASS(Before.NOTHING, Cut.INTL_TOLL_BYPASS, false),
    INTL_TOLL_BYPASS_TRAILING_HASH(Before.NOTHING, Cut.INTL_TOLL_BYPASS, true),
    PRE_DOT(Before.DOT, Cut.NONE, false),
    PRE_DOT_TRAILING_HASH(Before.DOT, Cut.NONE, true),
    PRE_DOT_TEN_TEN_DIALING(Before.DOT, Cut.TEN_TEN_DIALING, false),
    PRE_DOT_TEN_TEN_DIALING_TRAILING_HASH(Before.DOT, Cut.TEN_TEN_DIALING, true),
    PRE_DOT_ELEVEN_TEN_TO_SEVEN(Before.DOT, Cut.ELEVEN_TEN_TO_SEVEN, false),
    PRE_DOT_ELEVEN_TEN_TO_SEVEN_TRAILING_HASH(Before.DOT, Cut.ELEVEN_TEN_TO_SEVEN, true),
    PRE_DOT_ELEVEN_TO_TEN(Before.DOT, Cut.ELEVEN_TO_TEN, false),
    PRE_DOT_ELEVEN_TO_TEN_TRAILING_HASH(Before.DOT, Cut.ELEVEN_TO_TEN, true),
    PRE_DOT_INTL_TOLL_BYPASS(Before.DOT, Cut.INTL_TOLL_BYPASS, false),
    PRE_DOT_INTL_TOLL_BYPASS_TRAILING_HASH(Before.DOT, Cut.INTL_TOLL_BYPASS, true),
    PRE_AT(Before.AT, Cut.NONE, false),
    PRE_AT_TRAILING_HASH(Before.AT, Cut.NONE, true),
    PRE_AT_TEN_TEN_DIALING(Before.AT, Cut.TEN_TEN_DIALING, false),
    PRE_AT_TEN_TEN_DIALING_TRAILING_HASH(Before.AT, Cut.TEN_TEN_DIALING, true),
    PRE_AT_ELEVEN_TEN_TO_SEVEN(Before.AT, Cut.ELEVEN_TEN_TO_SEVEN, false),
    PRE_AT_ELEVEN_TEN_TO_SEVEN_TRAILING_HASH(Before.AT, Cut.ELEVEN_TEN_TO_SEVEN, true),
    PRE_AT_ELEVEN_TO_TEN(Before.AT, Cut.ELEVEN_TO_TEN, false),
    PRE_AT_ELEVEN_TO_TEN_TRAILING_HASH(Before.AT, Cut.ELEVEN_TO_TEN, true),
    PRE_AT_INTL_TOLL_BYPASS(Before.AT, Cut.INTL_TOLL_BYPASS, false),
    PRE_AT_INTL_TOLL_BYPASS_TRAILING_HASH(Before.AT, Cut.INTL_TOLL_BYPASS, true);

    /** What goes of the digits before the number proper. */
    public enum Before {
        NOTHING,
        /** All that stand before the dot. */
        DOT,
        /** All that stand before the {@code @}. */
        AT
    }

    /** Which parts of a numbering plan's number go. */
    public enum Cut {
        NONE,
        /** The carrier that was chosen: 101 and its four digits. */
        TEN_TEN_DIALING,
        /** What stands before the area code. */
        ELEVEN_TO_TEN,
        /** The area code, and what stands before it. */
        ELEVEN_TEN_TO_SEVEN,
        /** The country code, and what stands before it: the call goes out in that country. */
        INTL_TOLL_BYPASS;

        /** Whether a part goes. */
        public boolean drops(NumberTag tag) {
            return switch (this) {
                case NONE -> false;
                case TEN_TEN_DIALING -> isCarrier(tag);
                case ELEVEN_TO_TEN -> isCarrier(tag) || isLongDistance(tag);
                case ELEVEN_TEN_TO_SEVEN ->
                    isCarrier(tag) || isLongDistance(tag) || tag == AREA_CODE || tag == LOCAL_AREA_CODE;
                case INTL_TOLL_BYPASS -> isCarrier(tag) || isWayAbroad(tag) || tag == COUNTRY_CODE;
            };
        }

        private static boolean isCarrier(NumberTag tag) {
            return tag == TRANSIT_NETWORK_ESCAPE || tag == TRANSIT_NETWORK;
        }

        private static boolean isLongDistance(NumberTag tag) {
            return tag == LONG_DISTANCE_DIRECT_DIAL || tag == LONG_DISTANCE_OPERATOR;
        }

        private static boolean isWayAbroad(NumberTag tag) {
            return tag == INTERNATIONAL_ACCESS || tag == INTERNATIONAL_DIRECT_DIAL || tag == INTERNATIONAL_OPERATOR;
        }
    }

    private final Before before;
    private final Cut cut;
    private final boolean trailingHash;

    DigitDiscard(Before before, Cut cut, boolean trailingHash) {
        this.before = before;
        this.cut = cut;
        this.trailingHash = trailingHash;
    }

    /** What goes of the digits before the number proper. */
    public Before before() {
        return before;
    }

    /** Which parts of a numbering plan's number go. */
    public Cut cut() {
        return cut;
    }

    /** Whether a {@code #} at the end goes. */
    public boolean trailingHash() {
        return trailingHash;
    }

    /** Whether it says something only where the pattern has an {@code @}. */
    public boolean needsPlan() {
        return before == Before.AT || cut != Cut.NONE;
    }
}
