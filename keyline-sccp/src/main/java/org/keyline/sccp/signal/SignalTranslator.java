package org.keyline.sccp.signal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.media.MediaAddress;
import org.keyline.sccp.codec.field.AudioCapability;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.message.StationCapabilities;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.station.SoftkeyFunctions;

/**
 * What a phone's message means for call control. Messages without a meaning there (headset status, transducer events)
 * give no signal; lines a phone does not have count as no line, since old phones put a button's index there.
 */
public final class SignalTranslator {
    private static final int LARGEST_INSTANCE = 255;
    private static final int LARGEST_PORT = 65_535;

    /** Multicast reception status: 0 OK, 1 error (sheet 4.13). */
    private static final int MULTICAST_OK = 0;

    private static final Set<ButtonType> MESSAGES = Set.of(ButtonType.VOICE_MAIL, ButtonType.MESSAGES_KEY);

    private SignalTranslator() {}

    /** What the user did with hook, keys and buttons of {@code phone}. */
    public static Optional<StationSignal> key(StationKey message, Phone phone) {
        return switch (message) {
            case StationKey.OffHook off ->
                Optional.of(new StationSignal.OffHook(line(off.lineInstance(), phone), call(off.callReference())));
            case StationKey.OffHookWithCgpn off ->
                Optional.of(new StationSignal.OffHook(line(off.lineInstance(), phone), CallReference.NONE));
            case StationKey.OnHook on ->
                Optional.of(new StationSignal.OnHook(line(on.lineInstance(), phone), call(on.callReference())));
            case StationKey.HookFlash flash -> press(Softkey.HOLD, flash.lineInstance(), flash.callReference(), phone);
            case StationKey.KeypadButton key -> digit(key, phone);
            case StationKey.EnblocCall enbloc -> enBloc(enbloc, phone);
            case StationKey.SoftKeyEvent event -> softkey(event, phone);
            case StationKey.Stimulus stimulus -> button(stimulus, phone);
            case StationKey.HeadsetStatus _, StationKey.MediaPathEvent _ -> Optional.empty();
        };
    }

    /**
     * What became of media.
     *
     * @param streams the open stream of a passThroughPartyId, since the answer names no conference
     */
    public static Optional<StationSignal> media(StationMedia message, IntFunction<MediaStream> streams) {
        return switch (message) {
            case StationMedia.OpenReceiveChannelAck ack ->
                Optional.of(receive(ack, streams.apply(ack.passThroughPartyId())));
            case StationMedia.MulticastMediaReceptionAck ack ->
                Optional.of(group(ack, streams.apply(ack.passThroughPartyId())));
            case StationMedia.MediaTransmissionFailure failure ->
                Optional.of(new StationSignal.TransmitFailed(
                        new MediaStream(failure.conferenceId(), failure.passThroughPartyId())));
            case StationMedia.ConnectionStatisticsRes counters -> Optional.of(statistics(counters));
            case StationMedia.MediaPortList _,
                    StationMedia.MediaResourceNotification _,
                    StationMedia.OpenMultiMediaReceiveChannelAck _,
                    StationMedia.PortResponse _,
                    StationMedia.StartMediaTransmissionAck _,
                    StationMedia.StartMultiMediaTransmissionAck _,
                    StationMedia.SubscribeDtmfPayloadRes _,
                    StationMedia.SubscribeDtmfPayloadErr _,
                    StationMedia.UnSubscribeDtmfPayloadRes _,
                    StationMedia.UnSubscribeDtmfPayloadErr _ -> Optional.empty();
        };
    }

    /** Which codecs the phone has. */
    public static Optional<StationSignal> capabilities(StationCapabilities message) {
        return switch (message) {
            case StationCapabilities.CapabilitiesRes res -> codecs(res.capabilities());
            case StationCapabilities.UpdateCapabilities update ->
                codecs(update.capabilities().audio());
            case StationCapabilities.UpdateCapabilitiesV2 update ->
                codecs(update.capabilities().audio());
            case StationCapabilities.UpdateCapabilitiesV3 update ->
                codecs(update.capabilities().audio());
            case StationCapabilities.MediaPathCapability _, StationCapabilities.ExtensionDeviceCaps _ ->
                Optional.empty();
        };
    }

    private static Optional<StationSignal> codecs(List<AudioCapability> announced) {
        return Optional.of(new StationSignal.Capabilities(CodecTable.codecs(announced)));
    }

    private static Optional<StationSignal> digit(StationKey.KeypadButton key, Phone phone) {
        if (!key.button().isKnown()) {
            return Optional.empty();
        }
        return Optional.of(new StationSignal.Digit(
                key.button().character(), line(key.lineInstance(), phone), call(key.callReference())));
    }

    private static Optional<StationSignal> enBloc(StationKey.EnblocCall call, Phone phone) {
        return call.calledParty().isEmpty()
                ? Optional.empty()
                : Optional.of(new StationSignal.EnBloc(call.calledParty(), line(call.lineInstance(), phone)));
    }

    private static Optional<StationSignal> softkey(StationKey.SoftKeyEvent event, Phone phone) {
        return SoftkeyFunctions.function(event.softKey().number())
                .flatMap(key -> press(key, event.lineInstance(), event.callReference(), phone));
    }

    private static Optional<StationSignal> button(StationKey.Stimulus stimulus, Phone phone) {
        if (stimulus.stimulus().equals(ButtonType.LINE)) {
            return Optional.of(new StationSignal.LineKey(line(stimulus.stimulusInstance(), phone)));
        }
        if (stimulus.stimulus().equals(ButtonType.SPEED_DIAL)) {
            return Optional.of(new StationSignal.SpeedDialKey(stimulus.stimulusInstance()));
        }
        if (MESSAGES.contains(stimulus.stimulus())) {
            return Optional.of(new StationSignal.MessagesKey());
        }
        // The instance of any other button is not a line.
        return SoftkeyFunctions.functionOfButton(stimulus.stimulus().number())
                .flatMap(key -> press(key, 0, stimulus.callReference(), phone));
    }

    private static Optional<StationSignal> press(Softkey key, int line, int call, Phone phone) {
        return Optional.of(new StationSignal.Press(key, line(line, phone), call(call)));
    }

    /** An address or port of zero means that the phone has no channel left, whatever the status says. */
    private static StationSignal receive(StationMedia.OpenReceiveChannelAck ack, MediaStream stream) {
        var usable =
                ack.port() > 0 && ack.port() <= LARGEST_PORT && !ack.address().isUnspecified();
        if (!ack.status().equals(MediaStatus.OK) || !usable) {
            return new StationSignal.ReceiveRefused(stream, ack.status().number());
        }
        return new StationSignal.ReceiveOpened(
                stream, new MediaAddress(ack.address().toInetAddress(), ack.port()));
    }

    private static StationSignal group(StationMedia.MulticastMediaReceptionAck ack, MediaStream stream) {
        return ack.status() == MULTICAST_OK
                ? new StationSignal.GroupJoined(stream)
                : new StationSignal.ReceiveRefused(stream, ack.status());
    }

    private static StationSignal statistics(StationMedia.ConnectionStatisticsRes counters) {
        return new StationSignal.Statistics(
                call(counters.callReference()),
                counters.packetsSent(),
                counters.octetsSent(),
                counters.packetsReceived(),
                counters.octetsReceived(),
                counters.packetsLost(),
                counters.jitter(),
                counters.latency(),
                counters.quality());
    }

    private static LineInstance line(int instance, Phone phone) {
        if (instance < 1 || instance > LARGEST_INSTANCE) {
            return LineInstance.NONE;
        }
        var line = new LineInstance(instance);
        return phone.line(line).isPresent() ? line : LineInstance.NONE;
    }

    private static CallReference call(int reference) {
        return reference == 0 ? CallReference.NONE : new CallReference(reference);
    }
}
