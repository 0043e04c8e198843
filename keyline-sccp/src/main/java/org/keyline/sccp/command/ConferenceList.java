package org.keyline.sccp.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Participant;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.ListParticipants;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.page.PageWriter;
import org.keyline.model.page.PhonePage;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.message.StationData;
import org.keyline.sccp.codec.wire.Bytes;

/**
 * The list of who confers, on one phone (sheet 4.14 and 6.9): a menu pushed through SCCP, whose entries and keys come
 * back the same way. Remove sends its own word first and then the entry that is marked; so that what is chosen without
 * it, by a digit or the middle key, removes nobody. Belongs to the connection's event loop.
 */
public final class ConferenceList {
    /** By this number phones say which page their data are of. */
    static final int APPLICATION = 9_081;

    private static final String REMOVE = "Remove";
    private static final String UPDATE = "Update";
    private static final String MORE = "More.";

    /** All that one message carries. */
    private static final int MOST_BYTES = 2_000;

    private static final int LONGEST_WORD = 32;

    private final PageTexts texts;
    private @Nullable CallReference shown;
    private int from;
    private boolean removing;

    ConferenceList(String userLocale) {
        this.texts = PageTexts.ofConferences(userLocale);
    }

    /** Shows who confers; where the list is on the display, as it is now. */
    void show(ListParticipants command, StationPanel panel) {
        if (!panel.traits().takesPages()) {
            panel.prompt(Label.KEY_IS_NOT_ACTIVE, command.line(), command.call());
            return;
        }
        if (!command.call().equals(shown) || from >= command.who().size()) {
            from = 0;
        }
        shown = command.call();
        removing = false;
        PushedPages.show(APPLICATION, page(command), command.line(), command.call(), panel);
    }

    /** As many of the participants as fit, from the one that is first on this page. */
    private String page(ListParticipants command) {
        var left = command.who().size() - from;
        for (var count = Math.min(left, PhonePage.ENTRIES); count > 1; count--) {
            var page = page(command, count);
            if (page.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
                return page;
            }
        }
        return page(command, 1);
    }

    private String page(ListParticipants command, int count) {
        var at = command.line().number() + ":"
                + Integer.toUnsignedString(command.call().value()) + ":0:";
        var choices = command.who().subList(from, from + count).stream()
                .map(who -> new PhonePage.Choice(
                        name(who),
                        "UserCallData:" + APPLICATION + ":" + at
                                + Integer.toUnsignedString(who.leg().value())))
                .toList();
        var keys = new ArrayList<PhonePage.Softkey>();
        if (command.controls()) {
            keys.add(new PhonePage.Softkey(
                    texts.get("key.remove"), "UserCallDataSoftKey:Select:" + APPLICATION + ":" + at + REMOVE));
        }
        keys.add(new PhonePage.Softkey(texts.get("key.update"), data(at + UPDATE)));
        if (from + count < command.who().size()) {
            keys.add(new PhonePage.Softkey(texts.get("key.more"), data(at + MORE + (from + count))));
        }
        keys.add(new PhonePage.Softkey(texts.get("key.exit"), "SoftKey:Exit"));
        return PageWriter.write(new PhonePage.Menu(
                texts.get("title"), texts.get("prompt", command.who().size()), choices, keys));
    }

    private static String data(String of) {
        return "UserCallData:" + APPLICATION + ":" + of;
    }

    /** A star for who made the conference, name and number, and how secure their way to the bridge is. */
    private String name(Participant who) {
        var party = (who.party().name() + " " + who.party().number()).strip();
        var name = party.isEmpty() ? texts.get("unknown") : party;
        var marked = who.controls() ? texts.get("controller", name) : name;
        return switch (who.security()) {
            case NON_SECURE -> marked;
            case AUTHENTICATED -> texts.get("authenticated", marked);
            case ENCRYPTED -> texts.get("encrypted", marked);
        };
    }

    /** What the user chose on it; nothing for pages of others. */
    public Optional<StationSignal> chosen(StationData message) {
        return switch (message) {
            case StationData.DeviceToUserDataVersion1 data
            when data.applicationId() == APPLICATION -> chosen(data.data());
            case StationData.DeviceToUserData data when data.applicationId() == APPLICATION -> chosen(data.data());
            case StationData _ -> Optional.empty();
        };
    }

    private Optional<StationSignal> chosen(Bytes data) {
        var call = shown;
        if (call == null || data.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        var word = data.text(StandardCharsets.US_ASCII);
        var removes = removing;
        removing = word.equals(REMOVE);
        if (word.equals(UPDATE)) {
            return again(call, 0);
        }
        if (word.startsWith(MORE)) {
            return number(word.substring(MORE.length())).flatMap(first -> again(call, first));
        }
        return removes
                ? number(word).map(leg -> new StationSignal.RemoveParticipant(call, new CallReference(leg)))
                : Optional.empty();
    }

    private Optional<StationSignal> again(CallReference call, int first) {
        from = Math.max(0, first);
        return Optional.of(new StationSignal.Press(Softkey.CONFERENCE_LIST, LineInstance.NONE, call));
    }

    private static Optional<Integer> number(String word) {
        try {
            return Optional.of(Integer.parseUnsignedInt(word));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** The call is between other parties now: where it is no conference any more there is no list either. */
    void changed(LineInstance line, CallReference call, CallParties parties, StationPanel panel) {
        if (parties.conference().isEmpty()) {
            over(line, call, panel);
        }
    }

    /** The call is over: its list leaves the display. */
    void over(LineInstance line, CallReference call, StationPanel panel) {
        if (call.equals(shown)) {
            shown = null;
            PushedPages.close(APPLICATION, line, call, panel);
        }
    }
}
