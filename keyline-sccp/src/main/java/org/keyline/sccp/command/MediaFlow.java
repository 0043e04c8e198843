package org.keyline.sccp.command;

import java.util.Arrays;
import java.util.Optional;
import org.keyline.callcontrol.station.MediaKey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.field.PortHandling;
import org.keyline.sccp.codec.field.SrtpAlgorithm;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.field.StatsProcessing;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.signal.CodecTable;

/** What a phone is told about its RTP streams (sheet 4.13, 6.4, 6.5, 6.16). */
final class MediaFlow {
    private MediaFlow() {}

    static void openReceive(StationCommand.OpenReceive command, StationPanel panel) {
        var key = keyBlock(command.key(), panel);
        panel.planes().opened(command.stream());
        panel.send(ServerMedia.OpenReceiveChannel.voice(
                command.stream().conference(),
                command.stream().party(),
                command.call().value(),
                CodecTable.number(command.codec()),
                command.packetMillis(),
                panel.traits().dtmfPayload(),
                key));
    }

    static void startTransmit(StationCommand.StartTransmit command, StationPanel panel) {
        panel.send(ServerMedia.StartMediaTransmission.voice(
                command.stream().conference(),
                command.stream().party(),
                command.call().value(),
                MediaAddress.of(command.to().ip()),
                command.to().port(),
                CodecTable.number(command.codec()),
                command.packetMillis(),
                panel.traits().dtmfPayload(),
                keyBlock(command.key(), panel)));
    }

    static void closeReceive(StationCommand.CloseReceive command, StationPanel panel) {
        panel.planes().closed(command.stream());
        panel.send(new ServerMedia.CloseReceiveChannel(
                command.stream().conference(),
                command.stream().party(),
                command.call().value(),
                PortHandling.CLOSE));
    }

    static void stopTransmit(StationCommand.StopTransmit command, StationPanel panel) {
        panel.send(new ServerMedia.StopMediaTransmission(
                command.stream().conference(),
                command.stream().party(),
                command.call().value(),
                PortHandling.CLOSE));
    }

    static void joinGroup(StationCommand.JoinGroup command, StationPanel panel) {
        panel.planes().opened(command.stream());
        panel.send(new ServerMedia.StartMulticastMediaReception(
                command.stream().conference(),
                command.stream().party(),
                MediaAddress.of(command.group().ip()),
                command.group().port(),
                command.packetMillis(),
                CodecTable.number(command.codec()),
                false,
                0,
                command.call().value()));
    }

    static void leaveGroup(StationCommand.LeaveGroup command, StationPanel panel) {
        panel.planes().closed(command.stream());
        panel.send(new ServerMedia.StopMulticastMediaReception(
                command.stream().conference(),
                command.stream().party(),
                command.call().value()));
    }

    static void requestStatistics(StationCommand.RequestStatistics command, StationPanel panel) {
        panel.send(new ServerMedia.ConnectionStatisticsReq(
                command.number(), command.call().value(), StatsProcessing.CLEAR));
    }

    /**
     * The key as the message carries it; the command's own copy is wiped, whatever becomes of it.
     *
     * <p>A media key goes into no message that is not encrypted on its way, whatever call control asks: that would be a
     * defect there, and its price is this call, not the key (spec OV-61).
     */
    private static SrtpKeyBlock keyBlock(Optional<MediaKey> key, StationPanel panel) {
        if (key.isEmpty()) {
            return SrtpKeyBlock.NONE;
        }
        var master = key.get().key();
        var salt = key.get().salt();
        key.get().wipe();
        try {
            if (!panel.traits().takesMediaKeys()) {
                throw new UnprotectedKeyException(panel.traits());
            }
            return SrtpKeyBlock.of(SrtpAlgorithm.AES_CM_128_HMAC_SHA1_32, master, salt);
        } finally {
            Arrays.fill(master, (byte) 0);
            Arrays.fill(salt, (byte) 0);
        }
    }
}
