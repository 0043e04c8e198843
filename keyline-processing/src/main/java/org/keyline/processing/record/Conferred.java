package org.keyline.processing.record;

import java.util.Optional;
import org.keyline.callcontrol.call.Conference;
import org.keyline.callcontrol.call.Leg;

/**
 * The conference that a part of a call was in.
 *
 * @param room its number at the bridge: the same for all its parts
 * @param controller who made it; nobody where somebody came into a call by themselves
 * @param by on whose behalf its parts begin and end: {@link OnBehalfOf#MEET_ME} where people met at a number
 */
public record Conferred(int room, Optional<Leg> controller, OnBehalfOf by) {
    private static final int NODE_BITS = 24;
    private static final int ROOM_OF_NODE = 0xFF_FFFF;
    private static final int ROOMS = 1_000;

    /** The feature that brought these together. */
    static OnBehalfOf by(Conference conference) {
        return conference.meetMe().isPresent() ? OnBehalfOf.MEET_ME : OnBehalfOf.CONFERENCE;
    }

    /** The number by which records know its bridge: b00, the node, the room, 001. */
    public String number() {
        return "b00%02d%03d001".formatted(room >>> NODE_BITS, (room & ROOM_OF_NODE) % ROOMS);
    }

    /** The directory number of who made it. */
    public Optional<String> controllerNumber() {
        return controller.map(leg -> leg.terminal().party().number());
    }

    /** What the column {@code comment} says of it. */
    public String comment() {
        return controller
                .map(leg ->
                        "ConfControllerDn=%s;ConfControllerDeviceName=%s;ConfRequestorDn=%1$s;ConfRequestorDeviceName=%2$s"
                                .formatted(
                                        leg.terminal().party().number(),
                                        leg.terminal().device().text()))
                .orElse("");
    }
}
