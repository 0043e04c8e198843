package org.keyline.sccp.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.keyline.sccp.codec.field.AlarmReason;
import org.keyline.sccp.codec.message.Malformed;
import org.keyline.sccp.codec.message.SccpMessages;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.message.Unknown;
import org.keyline.sccp.command.UnprotectedKeyException;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.transport.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator what sessions meet: counts all of it, logs a bounded part of what any peer can cause. */
public final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Pattern NAME = Pattern.compile("Name=([A-Za-z0-9_.-]{1,15})");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_TEXT = 200;

    private final SccpCounters counters;
    private final LastAlarms lastAlarms;
    private final Alarms alarms;
    private final Throttle skipped = new Throttle(Duration.ofSeconds(1));
    private final Throttle refusals = new Throttle(Duration.ofMillis(20));

    /** A phone says several things one after the other, and a building full of phones says them at once. */
    private final Throttle stationAlarms = new Throttle(Duration.ofMillis(10), 1_000);

    public Reports(SccpCounters counters, LastAlarms lastAlarms, Alarms alarms) {
        this.counters = counters;
        this.lastAlarms = lastAlarms;
        this.alarms = alarms;
    }

    SccpCounters counters() {
        return counters;
    }

    void unknown(String station, Unknown message) {
        counters.countUnknown();
        skip(
                station,
                "0x%04X".formatted(message.id()),
                "Unknown message of %d bytes".formatted(message.body().length()));
    }

    void malformed(String station, Malformed message) {
        counters.countMalformed();
        skip(station, SccpMessages.name(message.id()), message.reason());
    }

    private void skip(String station, String message, String reason) {
        skipped.pass()
                .ifPresent(heldBack -> LOG.atWarn()
                        .addKeyValue("device", station)
                        .addKeyValue("message", message)
                        .addKeyValue("reason", reason)
                        .addKeyValue("heldBack", heldBack)
                        .log("Message skipped"));
    }

    /**
     * An alarm of the phone; all are kept, a hundred a second at most are raised. It may come before the phone has said
     * its name, which then stands in the text.
     */
    void alarm(String station, StationRegistration.Alarm alarm) {
        keep(
                station,
                AlarmReason.startOf(alarm.text()).map(reason -> reason + ": ").orElse("") + printable(alarm.text()));
    }

    void alarm(String station, StationRegistration.XmlAlarm alarm) {
        keep(station, printable(alarm.xml().text(StandardCharsets.UTF_8)));
    }

    private void keep(String station, String text) {
        var name = NAME.matcher(text);
        var device = name.find() ? name.group(1) : station;
        lastAlarms.keep(device, text);
        stationAlarms
                .pass()
                .ifPresent(_ -> alarms.raise(AlarmCatalogue.DEVICE_ALARM, Map.of("device", device, "text", text)));
    }

    /** What a peer sent, safe for a log: no control characters, not endless. */
    static String printable(String text) {
        var shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return CONTROL.matcher(shown).replaceAll(" ").strip();
    }

    void registered(String device, StationRegistration.Register register, Object peer) {
        counters.countRegistration();
        LOG.atInfo()
                .addKeyValue("device", device)
                .addKeyValue("type", register.deviceType())
                .addKeyValue("version", register.protocolVersion())
                .addKeyValue("peer", peer)
                .log("Phone registered");
    }

    void refused(String device, String text, Object peer) {
        counters.countRefusal();
        refusals.pass()
                .ifPresent(heldBack -> LOG.atWarn()
                        .addKeyValue("device", printable(device))
                        .addKeyValue("text", text)
                        .addKeyValue("peer", peer)
                        .addKeyValue("heldBack", heldBack)
                        .log("Registration refused"));
    }

    void silent(String station) {
        counters.countTimeout();
        LOG.atWarn().addKeyValue("device", station).log("No keepalive came, connection closed");
    }

    void gone(String device, String reason) {
        LOG.atInfo().addKeyValue("device", device).addKeyValue("reason", reason).log("Phone unregistered");
    }

    void unprotectedKey(String device, UnprotectedKeyException defect) {
        LOG.atError().addKeyValue("device", device).setCause(defect).log("A media key was held back");
        alarms.raise(
                AlarmCatalogue.INTERNAL_ERROR,
                Map.of("where", "SCCP session of " + device, "reason", String.valueOf(defect.getMessage())));
    }
}
