package org.keyline.node.record;

import static org.keyline.node.record.Column.identifier;
import static org.keyline.node.record.Column.integer;
import static org.keyline.node.record.Column.text;

import java.util.List;

/** The columns of call management records, in their order (release 10). */
final class QualityColumns {
    static final List<Column> ALL = List.of(
            integer("cdrRecordType"),
            integer("globalCallID_callManagerId"),
            integer("globalCallID_callId"),
            integer("nodeId"),
            text("directoryNum", 50),
            integer("callIdentifier"),
            integer("dateTimeStamp"),
            integer("numberPacketsSent"),
            integer("numberOctetsSent"),
            integer("numberPacketsReceived"),
            integer("numberOctetsReceived"),
            integer("numberPacketsLost"),
            integer("jitter"),
            integer("latency"),
            identifier("pkid"),
            text("directoryNumPartition", 50),
            text("globalCallId_ClusterID", 50),
            text("deviceName", 129),
            text("varVQMetrics", 600),
            integer("duration"),
            text("videoContentType", 10),
            integer("videoDuration"),
            integer("numberVideoPacketsSent"),
            integer("numberVideoOctetsSent"),
            integer("numberVideoPacketsReceived"),
            integer("numberVideoOctetsReceived"),
            integer("numberVideoPacketsLost"),
            integer("videoAverageJitter"),
            integer("videoRoundTripTime"),
            integer("videoOneWayDelay"),
            text("videoReceptionMetrics", 600),
            text("videoTransmissionMetrics", 600));

    private QualityColumns() {}
}
