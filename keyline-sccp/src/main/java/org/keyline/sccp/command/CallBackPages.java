package org.keyline.sccp.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyline.callcontrol.station.CallBackNotice;
import org.keyline.callcontrol.station.CallBackNotice.Choice;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.StationCommand.ShowCallBack;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.page.PageWriter;
import org.keyline.model.page.PhonePage;
import org.keyline.model.server.DevicePool;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.message.StationData;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.station.RegisteredStation;
import org.keyline.sccp.station.StationTime;

/**
 * Call back on one phone (sheet 6.14): pages pushed through SCCP, whose keys come back the same way. Phones that take
 * no pages show a line of text. Belongs to the connection's event loop.
 */
public final class CallBackPages {
    /** By this number phones say which page their data are of. */
    static final int APPLICATION = 9_082;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int TEXT_SECONDS = 10;
    private static final int LONGEST_WORD = 16;

    private final PageTexts texts;
    private final DevicePool pool;
    private boolean shown;

    CallBackPages(RegisteredStation station) {
        this.texts = PageTexts.ofCallBack(station.phone().userLocale());
        this.pool = station.devicePool();
    }

    /** Shows what there is to say; its user is called when the other is free. */
    void show(ShowCallBack command, StationPanel panel) {
        var notice = command.notice();
        if (notice.kind() == CallBackNotice.Kind.OVER) {
            putAway(panel);
            return;
        }
        if (notice.kind() == CallBackNotice.Kind.AVAILABLE && !panel.planes().isSilent()) {
            panel.ringOnce(LineInstance.NONE, CallReference.NONE);
        }
        if (panel.traits().takesPages()) {
            shown = true;
            PushedPages.show(APPLICATION, PageWriter.write(page(notice)), LineInstance.NONE, CallReference.NONE, panel);
        } else {
            panel.notify(DisplayText.of(texts.get("line", notice.who().number())), TEXT_SECONDS);
        }
    }

    private void putAway(StationPanel panel) {
        if (shown) {
            shown = false;
            PushedPages.close(APPLICATION, LineInstance.NONE, CallReference.NONE, panel);
        }
    }

    private PhonePage page(CallBackNotice notice) {
        return new PhonePage.Text(texts.get("title"), "", text(notice), keys(notice.kind()));
    }

    private String text(CallBackNotice notice) {
        var who = name(notice.who());
        return switch (notice.kind()) {
            case REPLACE ->
                texts.get("REPLACE", who, notice.instead().map(this::name).orElse(""));
            case AVAILABLE ->
                texts.get("AVAILABLE", who, notice.since().map(this::time).orElse(""));
            case ACTIVE, CANCELLED, EXPIRED, UNREACHABLE, NO_LINE, OWN_LINE, FORWARDED, UNKNOWN_NUMBER, OVER ->
                texts.get(notice.kind().name(), who);
        };
    }

    private String name(Party who) {
        return (who.name() + " " + who.number()).strip();
    }

    /** On the phone's own clock. */
    private String time(Instant at) {
        return TIME.format(at.atZone(StationTime.zone(pool)));
    }

    private List<PhonePage.Softkey> keys(CallBackNotice.Kind kind) {
        var exit = new PhonePage.Softkey(texts.get("key.exit"), "SoftKey:Exit");
        return switch (kind) {
            case ACTIVE -> List.of(key(Choice.CANCEL), exit);
            case REPLACE -> List.of(key(Choice.REPLACE), key(Choice.CANCEL), exit);
            case AVAILABLE -> List.of(key(Choice.DIAL), key(Choice.CANCEL), exit);
            case CANCELLED, EXPIRED, UNREACHABLE, NO_LINE, OWN_LINE, FORWARDED, UNKNOWN_NUMBER, OVER -> List.of(exit);
        };
    }

    private PhonePage.Softkey key(Choice choice) {
        return new PhonePage.Softkey(
                texts.get("key." + choice.name()), "UserCallData:" + APPLICATION + ":0:0:0:" + choice.name());
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

    private static Optional<StationSignal> chosen(Bytes data) {
        if (data.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        var word = data.text(StandardCharsets.US_ASCII);
        for (var choice : Choice.values()) {
            if (choice.name().equals(word)) {
                return Optional.of(new StationSignal.ChooseCallBack(choice));
            }
        }
        return Optional.empty();
    }
}
