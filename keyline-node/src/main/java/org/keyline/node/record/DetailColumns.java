package org.keyline.node.record;

import static org.keyline.node.record.Column.identifier;
import static org.keyline.node.record.Column.integer;
import static org.keyline.node.record.Column.text;

import java.util.ArrayList;
import java.util.List;

/** The columns of call detail records, in their order (release 10). */
final class DetailColumns {
    static final List<Column> ALL = all();

    private DetailColumns() {}

    private static List<Column> all() {
        var all = new ArrayList<Column>();
        all.addAll(List.of(
                integer("cdrRecordType"),
                integer("globalCallID_callManagerId"),
                integer("globalCallID_callId"),
                integer("origLegCallIdentifier"),
                integer("dateTimeOrigination"),
                integer("origNodeId"),
                integer("origSpan"),
                integer("origIpAddr"),
                text("callingPartyNumber", 50),
                text("callingPartyUnicodeLoginUserID", 128)));
        all.addAll(side("orig"));
        all.addAll(List.of(
                integer("destLegIdentifier"),
                integer("destNodeId"),
                integer("destSpan"),
                integer("destIpAddr"),
                text("originalCalledPartyNumber", 50),
                text("finalCalledPartyNumber", 50),
                text("finalCalledPartyUnicodeLoginUserID", 128)));
        all.addAll(side("dest"));
        all.addAll(List.of(
                integer("dateTimeConnect"),
                integer("dateTimeDisconnect"),
                text("lastRedirectDn", 50),
                identifier("pkid"),
                text("originalCalledPartyNumberPartition", 50),
                text("callingPartyNumberPartition", 50),
                text("finalCalledPartyNumberPartition", 50),
                text("lastRedirectDnPartition", 50),
                integer("duration"),
                text("origDeviceName", 129),
                text("destDeviceName", 129),
                integer("origCallTerminationOnBehalfOf"),
                integer("destCallTerminationOnBehalfOf"),
                integer("origCalledPartyRedirectOnBehalfOf"),
                integer("lastRedirectRedirectOnBehalfOf"),
                integer("origCalledPartyRedirectReason"),
                integer("lastRedirectRedirectReason"),
                integer("destConversationId"),
                text("globalCallId_ClusterID", 50),
                integer("joinOnBehalfOf"),
                text("comment", 2048),
                text("authCodeDescription", 50),
                integer("authorizationLevel"),
                text("clientMatterCode", 32),
                integer("origDTMFMethod"),
                integer("destDTMFMethod"),
                integer("callSecuredStatus"),
                integer("origConversationId"),
                integer("origMediaCap_Bandwidth"),
                integer("destMediaCap_Bandwidth"),
                text("authorizationCodeValue", 32),
                text("outpulsedCallingPartyNumber", 50),
                text("outpulsedCalledPartyNumber", 50),
                text("origIpv4v6Addr", 64),
                text("destIpv4v6Addr", 64)));
        all.addAll(secondVideo("orig"));
        all.addAll(secondVideo("dest"));
        all.addAll(List.of(
                integer("incomingProtocolID"),
                text("incomingProtocolCallRef", 32),
                integer("outgoingProtocolID"),
                text("outgoingProtocolCallRef", 32),
                integer("currentRoutingReason"),
                integer("origRoutingReason"),
                integer("lastRedirectingRoutingReason"),
                text("huntPilotPartition", 50),
                text("huntPilotDN", 50),
                integer("calledPartyPatternUsage"),
                text("incomingICID", 50),
                text("incomingOrigIOI", 50),
                text("incomingTermIOI", 50),
                text("outgoingICID", 50),
                text("outgoingOrigIOI", 50),
                text("outgoingTermIOI", 50),
                text("outpulsedOriginalCalledPartyNumber", 50),
                text("outpulsedLastRedirectingNumber", 50),
                integer("wasCallQueued"),
                integer("totalWaitTimeInQueue"),
                text("callingPartyNumber_uri", 254),
                text("originalCalledPartyNumber_uri", 254),
                text("finalCalledPartyNumber_uri", 254),
                text("lastRedirectDn_uri", 254),
                text("mobileCallingPartyNumber", 50),
                text("finalMobileCalledPartyNumber", 50),
                text("origMobileDeviceName", 129),
                text("destMobileDeviceName", 129),
                integer("origMobileCallDuration"),
                integer("destMobileCallDuration"),
                integer("mobileCallType"),
                text("originalCalledPartyPattern", 50),
                text("finalCalledPartyPattern", 50),
                text("lastRedirectingPartyPattern", 50),
                text("huntPilotPattern", 50)));
        return List.copyOf(all);
    }

    private static List<Column> side(String side) {
        return List.of(
                integer(side + "Cause_location"),
                integer(side + "Cause_value"),
                integer(side + "PrecedenceLevel"),
                integer(side + "MediaTransportAddress_IP"),
                integer(side + "MediaTransportAddress_Port"),
                integer(side + "MediaCap_payloadCapability"),
                integer(side + "MediaCap_maxFramesPerPacket"),
                integer(side + "MediaCap_g723BitRate"),
                integer(side + "VideoCap_Codec"),
                integer(side + "VideoCap_Bandwidth"),
                integer(side + "VideoCap_Resolution"),
                integer(side + "VideoTransportAddress_IP"),
                integer(side + "VideoTransportAddress_Port"),
                text(side + "RSVPAudioStat", 64),
                text(side + "RSVPVideoStat", 64));
    }

    private static List<Column> secondVideo(String side) {
        return List.of(
                integer(side + "VideoCap_Codec_Channel2"),
                integer(side + "VideoCap_Bandwidth_Channel2"),
                integer(side + "VideoCap_Resolution_Channel2"),
                integer(side + "VideoTransportAddress_IP_Channel2"),
                integer(side + "VideoTransportAddress_Port_Channel2"),
                integer(side + "VideoChannel_Role_Channel2"));
    }
}
