package org.keyline.node.record;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.record.CallPart;
import org.keyline.processing.record.CallSide;
import org.keyline.processing.record.Conferred;
import org.keyline.processing.record.LegQuality;
import org.keyline.processing.record.OnBehalfOf;

/** Makes lines of files of what calls left behind. */
final class RecordWriting {
    private static final int DETAIL = 1;
    private static final int QUALITY = 2;
    private static final int ROUTINE = 4;
    private static final int PACKET_MILLIS = 20;
    /** The redirect reason of conferences. */
    private static final int CONFERENCE = 98;

    private static final int USES_DEVICE = 2;
    private static final int USES_HUNT_PILOT = 7;

    /** What the column for remarks says of a call that a user marked. */
    private static final String MALICIOUS = "CALL_FLAG=MALICIOUS";

    private final int node;
    private final Supplier<ConfigSnapshot> configuration;
    private final Supplier<UUID> identifiers;

    /**
     * @param node the node's number
     * @param identifiers makes a new identifier for each record
     */
    RecordWriting(int node, Supplier<ConfigSnapshot> configuration, Supplier<UUID> identifiers) {
        this.node = node;
        this.configuration = configuration;
        this.identifiers = identifiers;
    }

    /** The line of a call detail record. */
    String detail(CallPart part, String cluster) {
        var row = new RecordRow(DetailColumns.ALL)
                .set("cdrRecordType", DETAIL)
                .set("globalCallID_callManagerId", node)
                .set("globalCallID_callId", part.call())
                .set("globalCallId_ClusterID", cluster)
                .set("pkid", identifiers.get().toString())
                .set("origLegCallIdentifier", part.calling().leg())
                .set("destLegIdentifier", part.called().leg())
                .set("dateTimeOrigination", part.began().getEpochSecond())
                .set(
                        "dateTimeConnect",
                        part.connected().map(Instant::getEpochSecond).orElse(0L))
                .set("dateTimeDisconnect", part.ended().getEpochSecond())
                .set("duration", part.duration().toSeconds())
                .set("joinOnBehalfOf", part.joined().value())
                .set("callSecuredStatus", status(part.security()));
        numbers(row, part);
        side(row, "orig", part.calling(), part.codec());
        side(row, "dest", part.called(), part.codec());
        redirection(row, part);
        part.way().conference().ifPresent(conference -> conference(row, conference));
        var billing = part.way().billing();
        row.set("authCodeDescription", billing.authorization().orElse(""))
                .set("authorizationLevel", billing.level())
                .set("clientMatterCode", billing.clientMatter().orElse(""))
                .set("comment", comment(part));
        part.huntPilot()
                .ifPresent(pilot -> row.set("huntPilotDN", pilot.number())
                        .set("huntPilotPattern", pilot.number())
                        .set("huntPilotPartition", pilot.partition()));
        return row.line();
    }

    private void numbers(RecordRow row, CallPart part) {
        var calling = part.calling();
        var called = part.called();
        row.set("callingPartyNumber", calling.number())
                .set("callingPartyNumberPartition", partition(calling))
                .set("originalCalledPartyNumber", part.originalCalled())
                .set("originalCalledPartyNumberPartition", partition(part.originalCalled(), part, called))
                .set("originalCalledPartyPattern", part.originalCalled())
                .set("finalCalledPartyNumber", called.number())
                .set("finalCalledPartyNumberPartition", partition(called))
                .set("finalCalledPartyPattern", called.number())
                .set(
                        "calledPartyPatternUsage",
                        part.huntPilot().isPresent()
                                ? USES_HUNT_PILOT
                                : called.device().isPresent() ? USES_DEVICE : 0);
    }

    private void side(RecordRow row, String side, CallSide of, Optional<AudioCodec> codec) {
        var media = of.media();
        row.set(side + "NodeId", of.device().isPresent() ? node : 0)
                .set(side + "PrecedenceLevel", ROUTINE)
                .set(side + "Cause_value", of.ended().cause())
                .set(side + "CallTerminationOnBehalfOf", of.ended().by().value())
                .set(side + "DeviceName", of.device().map(name -> name.text()).orElse(""))
                .set(side + "IpAddr", of.address().map(Ipv4::number).orElse(0))
                .set(
                        side + "Ipv4v6Addr",
                        of.address().map(address -> address.getHostAddress()).orElse(""));
        media.ifPresent(address -> row.set(side + "MediaTransportAddress_IP", Ipv4.number(address.ip()))
                .set(side + "MediaTransportAddress_Port", address.port()));
        codec.filter(_ -> media.isPresent())
                .ifPresent(spoken -> row.set(side + "MediaCap_payloadCapability", Codecs.number(spoken))
                        .set(side + "MediaCap_maxFramesPerPacket", PACKET_MILLIS)
                        .set(side + "MediaCap_Bandwidth", spoken.kilobits()));
    }

    /** A call that went straight where it was meant to go was last sent there by its caller's digits. */
    private void redirection(RecordRow row, CallPart part) {
        var last = part.redirection().map(Redirection::last).map(Party::number).orElse(part.originalCalled());
        row.set("lastRedirectDn", last)
                .set("lastRedirectDnPartition", partition(last, part, part.called()))
                .set("lastRedirectingPartyPattern", part.redirection().isPresent() ? last : "");
        part.redirection()
                .ifPresent(way -> row.set(
                                "origCalledPartyRedirectReason",
                                way.originalReason().value())
                        .set(
                                "origCalledPartyRedirectOnBehalfOf",
                                OnBehalfOf.of(way.originalReason()).value())
                        .set("lastRedirectRedirectReason", way.lastReason().value())
                        .set(
                                "lastRedirectRedirectOnBehalfOf",
                                OnBehalfOf.of(way.lastReason()).value()));
    }

    private static String comment(CallPart part) {
        var conference = part.way().conference().map(Conferred::comment).orElse("");
        return Stream.of(conference, part.malicious() ? MALICIOUS : "")
                .filter(remark -> !remark.isEmpty())
                .collect(Collectors.joining(";"));
    }

    /** Who made the conference is who sent the call there. */
    private void conference(RecordRow row, Conferred conference) {
        int by = conference.by().value();
        row.set("destConversationId", conference.room())
                .set("lastRedirectDn", conference.controllerNumber().orElseGet(conference::number))
                .set("origCalledPartyRedirectOnBehalfOf", by)
                .set("lastRedirectRedirectOnBehalfOf", by)
                .set("origCalledPartyRedirectReason", CONFERENCE)
                .set("lastRedirectRedirectReason", CONFERENCE);
        conference
                .controller()
                .map(leg -> leg.terminal())
                .ifPresent(who -> row.set(
                        "lastRedirectDnPartition",
                        partition(Optional.of(who.device()), who.party().number())));
    }

    /**
     * The line of a call management record.
     *
     * @param call the number of the leg's call
     * @param seconds how long the leg was connected
     */
    String quality(LegQuality quality, int call, long seconds, Instant at, String cluster) {
        var counters = quality.counters();
        return new RecordRow(QualityColumns.ALL)
                .set("cdrRecordType", QUALITY)
                .set("globalCallID_callManagerId", node)
                .set("globalCallID_callId", call)
                .set("globalCallId_ClusterID", cluster)
                .set("nodeId", node)
                .set("directoryNum", quality.number())
                .set("directoryNumPartition", partition(Optional.of(quality.device()), quality.number()))
                .set("deviceName", quality.device().text())
                .set("callIdentifier", counters.call().value())
                .set("dateTimeStamp", at.getEpochSecond())
                .set("numberPacketsSent", counters.packetsSent())
                .set("numberOctetsSent", counters.octetsSent())
                .set("numberPacketsReceived", counters.packetsReceived())
                .set("numberOctetsReceived", counters.octetsReceived())
                .set("numberPacketsLost", counters.packetsLost())
                .set("jitter", counters.jitterMillis())
                .set("latency", counters.latencyMillis())
                .set("varVQMetrics", counters.quality())
                .set("duration", seconds)
                .set("pkid", identifiers.get().toString())
                .line();
    }

    private String partition(CallSide side) {
        return partition(side.device(), side.number());
    }

    /** Where the called party itself is meant, the partition of its device's line. */
    private String partition(String number, CallPart part, CallSide called) {
        var pilot = part.huntPilot().filter(hunted -> hunted.number().equals(number));
        return pilot.map(CallPart.HuntedBy::partition)
                .orElseGet(
                        () -> partition(called.number().equals(number) ? called.device() : Optional.empty(), number));
    }

    private String partition(Optional<DeviceName> device, String number) {
        return Partitions.of(configuration.get(), device, number);
    }

    /** The highest class reached: 0 non-secure, 1 authenticated, 2 encrypted. */
    static int status(SecurityClass security) {
        return switch (security) {
            case NON_SECURE -> 0;
            case AUTHENTICATED -> 1;
            case ENCRYPTED -> 2;
        };
    }
}
