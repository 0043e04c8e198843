package org.keyline.sccp.station;

import static org.keyline.sccp.codec.field.SoftKey.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes.KeyPlace;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes.KeySet;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeyTemplateRes;

/**
 * The softkeys: one template of all keys in their classic numbering, and the set of keys for each situation of a call.
 * Keys of features that are not there yet keep their places but are masked out, so that they never appear and nothing
 * moves when they come.
 */
public final class SoftkeyPlan {
    /** The key that ends dialling; it has no label code. */
    public static final SoftKey DIAL = SoftKey.of(32);

    /** The keys that do something today. */
    private static final Set<SoftKey> WORKING =
            Set.of(REDIAL, NEW_CALL, HOLD, TRANSFER, RESUME, END_CALL, ANSWER, BACKSPACE, DIAL);

    private static final List<SoftKeyTemplateRes.Key> TEMPLATE = List.of(
            key(REDIAL, Label.REDIAL),
            key(NEW_CALL, Label.NEWCALL),
            key(HOLD, Label.HOLD),
            key(TRANSFER, Label.TRNSFER),
            key(CFWD_ALL, Label.CFWDALL),
            key(CFWD_BUSY, Label.CFWDBUSY),
            key(CFWD_NO_ANSWER, Label.CFWDNOANSWER),
            key(BACKSPACE, Label.BACKSPACE),
            key(END_CALL, Label.ENDCALL),
            key(RESUME, Label.RESUME),
            key(ANSWER, Label.ANSWER),
            key(INFO, Label.INFO),
            key(CONFERENCE, Label.CONFRN),
            key(PARK, Label.PARK),
            key(JOIN, Label.JOIN),
            key(MEET_ME, Label.MEETME),
            key(PICK_UP, Label.PICKUP),
            key(GROUP_PICK_UP, Label.GPICKUP),
            key(REMOVE_LAST, Label.RMLSTC),
            key(CALL_BACK, Label.CALLBACK),
            key(BARGE, Label.BARGE),
            key(DIRECT_TRANSFER, Label.DIRTRFR),
            key(SELECT, Label.SELECT),
            key(CONFERENCE_LIST, Label.CONFLIST),
            key(VIDEO_MODE, Label.VIDMODE),
            new SoftKeyTemplateRes.Key(DisplayText.of("Dial"), DIAL));

    /** By set number; what a CallManager composes, and keys that help where it shows none. */
    private static final List<List<SoftKey>> SETS = List.of(
            List.of(REDIAL, NEW_CALL, CFWD_ALL, PICK_UP, GROUP_PICK_UP),
            List.of(
                    HOLD,
                    END_CALL,
                    TRANSFER,
                    PARK,
                    CONFERENCE,
                    CONFERENCE_LIST,
                    SELECT,
                    JOIN,
                    DIRECT_TRANSFER,
                    VIDEO_MODE),
            List.of(RESUME, NEW_CALL, END_CALL, DIRECT_TRANSFER, SELECT, JOIN),
            List.of(ANSWER),
            List.of(REDIAL, END_CALL, CFWD_ALL, PICK_UP, GROUP_PICK_UP, MEET_ME),
            List.of(END_CALL, TRANSFER),
            List.of(BACKSPACE, END_CALL, DIAL),
            List.of(END_CALL, CONFERENCE),
            List.of(END_CALL, CALL_BACK),
            List.of(REDIAL, END_CALL),
            List.of(BARGE, NEW_CALL),
            List.of(RESUME, NEW_CALL, BARGE, REDIAL),
            List.of(RESUME, NEW_CALL, END_CALL, CONFERENCE_LIST));

    private static final int[] MASKS =
            SETS.stream().mapToInt(SoftkeyPlan::maskOf).toArray();

    private static final SoftKeyTemplateRes TEMPLATE_RES = new SoftKeyTemplateRes(TEMPLATE);
    private static final SoftKeySetRes SET_RES =
            new SoftKeySetRes(SETS.stream().map(SoftkeyPlan::places).toList());

    private SoftkeyPlan() {}

    /** All keys. */
    public static SoftKeyTemplateRes template() {
        return TEMPLATE_RES;
    }

    /** All sets. */
    public static SoftKeySetRes sets() {
        return SET_RES;
    }

    /** Which keys of {@code set} are shown: bit n for its n-th key. */
    public static int mask(SoftKeySet set) {
        return MASKS[set.number()];
    }

    private static int maskOf(List<SoftKey> keys) {
        var mask = 0;
        for (var i = 0; i < keys.size(); i++) {
            if (WORKING.contains(keys.get(i))) {
                mask |= 1 << i;
            }
        }
        return mask;
    }

    private static KeySet places(List<SoftKey> keys) {
        var places = new ArrayList<KeyPlace>();
        for (var key : keys) {
            places.add(KeyPlace.of(placeOf(key), key));
        }
        return new KeySet(places);
    }

    private static int placeOf(SoftKey wanted) {
        for (var i = 0; i < TEMPLATE.size(); i++) {
            if (TEMPLATE.get(i).event().equals(wanted)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("A key of a set stands in the template: " + wanted);
    }

    private static SoftKeyTemplateRes.Key key(SoftKey event, Label label) {
        return new SoftKeyTemplateRes.Key(DisplayText.label(label), event);
    }
}
