package org.keyline.sccp.codec.message;

import static org.keyline.sccp.codec.message.Sender.EITHER;
import static org.keyline.sccp.codec.message.Sender.SERVER;
import static org.keyline.sccp.codec.message.Sender.STATION;

import io.netty.util.collection.IntObjectHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keyline.sccp.codec.wire.SccpReader;

/** The one table where a number meets its record, reader, sender and name. */
public final class SccpMessages {
    /**
     * One row.
     *
     * @param id the message id in the header
     * @param name the message's name in SCCP
     * @param sender who may send it
     * @param type its record
     * @param reader reads its body
     */
    public record Row<M extends SccpMessage>(
            int id, String name, Sender sender, Class<M> type, Function<SccpReader, M> reader) {}

    /** Every message with a known layout, by id. */
    public static final List<Row<?>> TABLE = List.of(
            row(0x0000, STATION, StationRegistration.KeepAlive.class, StationRegistration.KeepAlive::read),
            row(0x0001, STATION, StationRegistration.Register.class, StationRegistration.Register::read),
            row(0x0002, STATION, StationRegistration.IpPort.class, StationRegistration.IpPort::read),
            row(0x0003, EITHER, StationKey.KeypadButton.class, StationKey.KeypadButton::read),
            row(0x0004, STATION, StationKey.EnblocCall.class, StationKey.EnblocCall::read),
            row(0x0005, STATION, StationKey.Stimulus.class, StationKey.Stimulus::read),
            row(0x0006, STATION, StationKey.OffHook.class, StationKey.OffHook::read),
            row(0x0007, STATION, StationKey.OnHook.class, StationKey.OnHook::read),
            row(0x0008, STATION, StationKey.HookFlash.class, StationKey.HookFlash::read),
            row(0x0009, STATION, StationRequest.ForwardStatReq.class, StationRequest.ForwardStatReq::read),
            row(0x000A, STATION, StationRequest.SpeedDialStatReq.class, StationRequest.SpeedDialStatReq::read),
            row(0x000B, STATION, StationRequest.LineStatReq.class, StationRequest.LineStatReq::read),
            row(0x000C, STATION, StationRequest.ConfigStatReq.class, StationRequest.ConfigStatReq::read),
            row(0x000D, STATION, StationRequest.TimeDateReq.class, StationRequest.TimeDateReq::read),
            row(0x000E, STATION, StationRequest.ButtonTemplateReq.class, StationRequest.ButtonTemplateReq::read),
            row(0x000F, STATION, StationRequest.VersionReq.class, StationRequest.VersionReq::read),
            row(0x0010, STATION, StationCapabilities.CapabilitiesRes.class, StationCapabilities.CapabilitiesRes::read),
            row(0x0011, STATION, StationMedia.MediaPortList.class, StationMedia.MediaPortList::read),
            row(0x0012, STATION, StationRequest.ServerReq.class, StationRequest.ServerReq::read),
            row(0x0020, STATION, StationRegistration.Alarm.class, StationRegistration.Alarm::read),
            row(
                    0x0021,
                    STATION,
                    StationMedia.MulticastMediaReceptionAck.class,
                    StationMedia.MulticastMediaReceptionAck::read),
            row(0x0022, STATION, StationMedia.OpenReceiveChannelAck.class, StationMedia.OpenReceiveChannelAck::read),
            row(
                    0x0023,
                    STATION,
                    StationMedia.ConnectionStatisticsRes.class,
                    StationMedia.ConnectionStatisticsRes::read),
            row(0x0024, STATION, StationKey.OffHookWithCgpn.class, StationKey.OffHookWithCgpn::read),
            row(0x0025, STATION, StationRequest.SoftKeySetReq.class, StationRequest.SoftKeySetReq::read),
            row(0x0026, STATION, StationKey.SoftKeyEvent.class, StationKey.SoftKeyEvent::read),
            row(0x0027, STATION, StationRegistration.UnregisterReq.class, StationRegistration.UnregisterReq::read),
            row(0x0028, STATION, StationRequest.SoftKeyTemplateReq.class, StationRequest.SoftKeyTemplateReq::read),
            row(
                    0x0029,
                    STATION,
                    StationRegistration.RegisterTokenReq.class,
                    StationRegistration.RegisterTokenReq::read),
            row(
                    0x002A,
                    STATION,
                    StationMedia.MediaTransmissionFailure.class,
                    StationMedia.MediaTransmissionFailure::read),
            row(0x002B, STATION, StationKey.HeadsetStatus.class, StationKey.HeadsetStatus::read),
            row(
                    0x002C,
                    STATION,
                    StationMedia.MediaResourceNotification.class,
                    StationMedia.MediaResourceNotification::read),
            row(
                    0x002D,
                    STATION,
                    StationRegistration.RegisterAvailableLines.class,
                    StationRegistration.RegisterAvailableLines::read),
            row(0x002E, STATION, StationData.DeviceToUserData.class, StationData.DeviceToUserData::read),
            row(
                    0x002F,
                    STATION,
                    StationData.DeviceToUserDataResponse.class,
                    StationData.DeviceToUserDataResponse::read),
            row(
                    0x0030,
                    STATION,
                    StationCapabilities.UpdateCapabilities.class,
                    StationCapabilities.UpdateCapabilities::read),
            row(
                    0x0031,
                    STATION,
                    StationMedia.OpenMultiMediaReceiveChannelAck.class,
                    StationMedia.OpenMultiMediaReceiveChannelAck::read),
            row(0x0032, STATION, StationBridge.ClearConference.class, StationBridge.ClearConference::read),
            row(
                    0x0033,
                    "ServiceURLStatReq",
                    STATION,
                    StationRequest.ServiceUrlStatReq.class,
                    StationRequest.ServiceUrlStatReq::read),
            row(0x0034, STATION, StationRequest.FeatureStatReq.class, StationRequest.FeatureStatReq::read),
            row(0x0035, STATION, StationBridge.CreateConferenceRes.class, StationBridge.CreateConferenceRes::read),
            row(0x0036, STATION, StationBridge.DeleteConferenceRes.class, StationBridge.DeleteConferenceRes::read),
            row(0x0037, STATION, StationBridge.ModifyConferenceRes.class, StationBridge.ModifyConferenceRes::read),
            row(0x0038, STATION, StationBridge.AddParticipantRes.class, StationBridge.AddParticipantRes::read),
            row(0x0039, STATION, StationBridge.AuditConferenceRes.class, StationBridge.AuditConferenceRes::read),
            row(0x0040, STATION, StationBridge.AuditParticipantRes.class, StationBridge.AuditParticipantRes::read),
            row(
                    0x0041,
                    STATION,
                    StationData.DeviceToUserDataVersion1.class,
                    StationData.DeviceToUserDataVersion1::read),
            row(
                    0x0042,
                    STATION,
                    StationData.DeviceToUserDataResponseVersion1.class,
                    StationData.DeviceToUserDataResponseVersion1::read),
            row(
                    0x0043,
                    STATION,
                    StationCapabilities.UpdateCapabilitiesV2.class,
                    StationCapabilities.UpdateCapabilitiesV2::read),
            row(
                    0x0044,
                    STATION,
                    StationCapabilities.UpdateCapabilitiesV3.class,
                    StationCapabilities.UpdateCapabilitiesV3::read),
            row(0x0045, STATION, StationMedia.PortResponse.class, StationMedia.PortResponse::read),
            row(0x0046, "QoSResvNotify", STATION, StationBridge.QosResvNotify.class, StationBridge.QosResvNotify::read),
            row(
                    0x0047,
                    "QoSErrorNotify",
                    STATION,
                    StationBridge.QosErrorNotify.class,
                    StationBridge.QosErrorNotify::read),
            row(0x0048, STATION, StationRequest.SubscriptionStatReq.class, StationRequest.SubscriptionStatReq::read),
            row(0x0049, STATION, StationKey.MediaPathEvent.class, StationKey.MediaPathEvent::read),
            row(
                    0x004A,
                    STATION,
                    StationCapabilities.MediaPathCapability.class,
                    StationCapabilities.MediaPathCapability::read),
            row(0x004C, EITHER, MediaCommand.MwiNotification.class, MediaCommand.MwiNotification::read),
            row(0x0081, SERVER, ServerRegistration.RegisterAck.class, ServerRegistration.RegisterAck::read),
            row(0x0082, SERVER, ServerAudio.StartTone.class, ServerAudio.StartTone::read),
            row(0x0083, SERVER, ServerAudio.StopTone.class, ServerAudio.StopTone::read),
            row(0x0085, SERVER, ServerAudio.SetRinger.class, ServerAudio.SetRinger::read),
            row(0x0086, SERVER, ServerAudio.SetLamp.class, ServerAudio.SetLamp::read),
            row(0x0087, SERVER, ServerAudio.SetHookFlashDetect.class, ServerAudio.SetHookFlashDetect::read),
            row(0x0088, SERVER, ServerAudio.SetSpeakerMode.class, ServerAudio.SetSpeakerMode::read),
            row(0x0089, SERVER, ServerAudio.SetMicroMode.class, ServerAudio.SetMicroMode::read),
            row(0x008A, SERVER, ServerMedia.StartMediaTransmission.class, ServerMedia.StartMediaTransmission::read),
            row(0x008B, SERVER, ServerMedia.StopMediaTransmission.class, ServerMedia.StopMediaTransmission::read),
            row(0x008C, SERVER, ServerMedia.StartMediaReception.class, ServerMedia.StartMediaReception::read),
            row(0x008D, SERVER, ServerMedia.StopMediaReception.class, ServerMedia.StopMediaReception::read),
            row(0x008F, SERVER, ServerCall.CallInfo.class, ServerCall.CallInfo::read),
            row(0x0090, SERVER, ServerConfiguration.ForwardStat.class, ServerConfiguration.ForwardStat::read),
            row(0x0091, SERVER, ServerConfiguration.SpeedDialStat.class, ServerConfiguration.SpeedDialStat::read),
            row(0x0092, SERVER, ServerConfiguration.LineStat.class, ServerConfiguration.LineStat::read),
            row(0x0093, SERVER, ServerConfiguration.ConfigStat.class, ServerConfiguration.ConfigStat::read),
            row(0x0094, SERVER, ServerConfiguration.TimeDate.class, ServerConfiguration.TimeDate::read),
            row(0x0095, SERVER, ServerMedia.StartSessionTransmission.class, ServerMedia.StartSessionTransmission::read),
            row(0x0096, SERVER, ServerMedia.StopSessionTransmission.class, ServerMedia.StopSessionTransmission::read),
            row(0x0097, SERVER, ServerConfiguration.ButtonTemplate.class, ServerConfiguration.ButtonTemplate::read),
            row(0x0098, SERVER, ServerConfiguration.Version.class, ServerConfiguration.Version::read),
            row(
                    0x0099,
                    "DisplayText",
                    SERVER,
                    ServerDisplay.DisplayTextMessage.class,
                    ServerDisplay.DisplayTextMessage::read),
            row(0x009A, SERVER, ServerDisplay.ClearDisplay.class, ServerDisplay.ClearDisplay::read),
            row(0x009B, SERVER, ServerRegistration.CapabilitiesReq.class, ServerRegistration.CapabilitiesReq::read),
            row(0x009C, SERVER, ServerMedia.EnunciatorCommand.class, ServerMedia.EnunciatorCommand::read),
            row(0x009D, SERVER, ServerRegistration.RegisterReject.class, ServerRegistration.RegisterReject::read),
            row(0x009E, SERVER, ServerConfiguration.ServerRes.class, ServerConfiguration.ServerRes::read),
            row(0x009F, SERVER, ServerRegistration.Reset.class, ServerRegistration.Reset::read),
            row(0x0100, SERVER, ServerRegistration.KeepAliveAck.class, ServerRegistration.KeepAliveAck::read),
            row(
                    0x0101,
                    SERVER,
                    ServerMedia.StartMulticastMediaReception.class,
                    ServerMedia.StartMulticastMediaReception::read),
            row(
                    0x0102,
                    SERVER,
                    ServerMedia.StartMulticastMediaTransmission.class,
                    ServerMedia.StartMulticastMediaTransmission::read),
            row(
                    0x0103,
                    SERVER,
                    ServerMedia.StopMulticastMediaReception.class,
                    ServerMedia.StopMulticastMediaReception::read),
            row(
                    0x0104,
                    SERVER,
                    ServerMedia.StopMulticastMediaTransmission.class,
                    ServerMedia.StopMulticastMediaTransmission::read),
            row(0x0105, SERVER, ServerMedia.OpenReceiveChannel.class, ServerMedia.OpenReceiveChannel::read),
            row(0x0106, SERVER, ServerMedia.CloseReceiveChannel.class, ServerMedia.CloseReceiveChannel::read),
            row(0x0107, SERVER, ServerMedia.ConnectionStatisticsReq.class, ServerMedia.ConnectionStatisticsReq::read),
            row(
                    0x0108,
                    SERVER,
                    ServerConfiguration.SoftKeyTemplateRes.class,
                    ServerConfiguration.SoftKeyTemplateRes::read),
            row(0x0109, SERVER, ServerConfiguration.SoftKeySetRes.class, ServerConfiguration.SoftKeySetRes::read),
            row(0x0110, SERVER, ServerCall.SelectSoftKeys.class, ServerCall.SelectSoftKeys::read),
            row(0x0111, "CallState", SERVER, ServerCall.CallStateMessage.class, ServerCall.CallStateMessage::read),
            row(0x0112, SERVER, ServerDisplay.DisplayPromptStatus.class, ServerDisplay.DisplayPromptStatus::read),
            row(0x0113, SERVER, ServerDisplay.ClearPromptStatus.class, ServerDisplay.ClearPromptStatus::read),
            row(0x0114, SERVER, ServerDisplay.DisplayNotify.class, ServerDisplay.DisplayNotify::read),
            row(0x0115, SERVER, ServerDisplay.ClearNotify.class, ServerDisplay.ClearNotify::read),
            row(0x0116, SERVER, ServerCall.ActivateCallPlane.class, ServerCall.ActivateCallPlane::read),
            row(0x0117, SERVER, ServerCall.DeactivateCallPlane.class, ServerCall.DeactivateCallPlane::read),
            row(0x0118, SERVER, ServerRegistration.UnregisterAck.class, ServerRegistration.UnregisterAck::read),
            row(0x0119, SERVER, ServerCall.BackSpaceRes.class, ServerCall.BackSpaceRes::read),
            row(0x011A, SERVER, ServerRegistration.RegisterTokenAck.class, ServerRegistration.RegisterTokenAck::read),
            row(
                    0x011B,
                    SERVER,
                    ServerRegistration.RegisterTokenReject.class,
                    ServerRegistration.RegisterTokenReject::read),
            row(
                    0x011C,
                    SERVER,
                    ServerMedia.StartMediaFailureDetection.class,
                    ServerMedia.StartMediaFailureDetection::read),
            row(0x011D, SERVER, ServerCall.DialedNumber.class, ServerCall.DialedNumber::read),
            row(0x011E, SERVER, ServerData.UserToDeviceData.class, ServerData.UserToDeviceData::read),
            row(0x011F, SERVER, ServerConfiguration.FeatureStat.class, ServerConfiguration.FeatureStat::read),
            row(0x0120, SERVER, ServerDisplay.DisplayPriNotify.class, ServerDisplay.DisplayPriNotify::read),
            row(0x0121, SERVER, ServerDisplay.ClearPriNotify.class, ServerDisplay.ClearPriNotify::read),
            row(0x0122, SERVER, ServerBridge.StartAnnouncement.class, ServerBridge.StartAnnouncement::read),
            row(0x0123, SERVER, ServerBridge.StopAnnouncement.class, ServerBridge.StopAnnouncement::read),
            row(0x0124, STATION, StationBridge.AnnouncementFinish.class, StationBridge.AnnouncementFinish::read),
            row(0x0127, EITHER, MediaCommand.NotifyDtmfTone.class, MediaCommand.NotifyDtmfTone::read),
            row(0x0128, SERVER, ServerMedia.SendDtmfTone.class, ServerMedia.SendDtmfTone::read),
            row(0x0129, SERVER, ServerMedia.SubscribeDtmfPayloadReq.class, ServerMedia.SubscribeDtmfPayloadReq::read),
            row(
                    0x012A,
                    STATION,
                    StationMedia.SubscribeDtmfPayloadRes.class,
                    StationMedia.SubscribeDtmfPayloadRes::read),
            row(
                    0x012B,
                    STATION,
                    StationMedia.SubscribeDtmfPayloadErr.class,
                    StationMedia.SubscribeDtmfPayloadErr::read),
            row(
                    0x012C,
                    SERVER,
                    ServerMedia.UnSubscribeDtmfPayloadReq.class,
                    ServerMedia.UnSubscribeDtmfPayloadReq::read),
            row(
                    0x012D,
                    STATION,
                    StationMedia.UnSubscribeDtmfPayloadRes.class,
                    StationMedia.UnSubscribeDtmfPayloadRes::read),
            row(
                    0x012E,
                    STATION,
                    StationMedia.UnSubscribeDtmfPayloadErr.class,
                    StationMedia.UnSubscribeDtmfPayloadErr::read),
            row(
                    0x012F,
                    "ServiceURLStat",
                    SERVER,
                    ServerConfiguration.ServiceUrlStat.class,
                    ServerConfiguration.ServiceUrlStat::read),
            row(0x0130, SERVER, ServerCall.CallSelectStat.class, ServerCall.CallSelectStat::read),
            row(
                    0x0131,
                    SERVER,
                    ServerVideo.OpenMultiMediaReceiveChannel.class,
                    ServerVideo.OpenMultiMediaReceiveChannel::read),
            row(
                    0x0132,
                    SERVER,
                    ServerVideo.StartMultiMediaTransmission.class,
                    ServerVideo.StartMultiMediaTransmission::read),
            row(
                    0x0133,
                    SERVER,
                    ServerVideo.StopMultiMediaTransmission.class,
                    ServerVideo.StopMultiMediaTransmission::read),
            row(0x0134, EITHER, MediaCommand.MiscellaneousCommand.class, MediaCommand.MiscellaneousCommand::read),
            row(0x0135, EITHER, MediaCommand.FlowControlCommand.class, MediaCommand.FlowControlCommand::read),
            row(
                    0x0136,
                    SERVER,
                    ServerVideo.CloseMultiMediaReceiveChannel.class,
                    ServerVideo.CloseMultiMediaReceiveChannel::read),
            row(0x0137, SERVER, ServerBridge.CreateConferenceReq.class, ServerBridge.CreateConferenceReq::read),
            row(0x0138, SERVER, ServerBridge.DeleteConferenceReq.class, ServerBridge.DeleteConferenceReq::read),
            row(0x0139, SERVER, ServerBridge.ModifyConferenceReq.class, ServerBridge.ModifyConferenceReq::read),
            row(0x013A, SERVER, ServerBridge.AddParticipantReq.class, ServerBridge.AddParticipantReq::read),
            row(0x013B, SERVER, ServerBridge.DropParticipantReq.class, ServerBridge.DropParticipantReq::read),
            row(0x013C, SERVER, ServerBridge.AuditConferenceReq.class, ServerBridge.AuditConferenceReq::read),
            row(0x013D, SERVER, ServerBridge.AuditParticipantReq.class, ServerBridge.AuditParticipantReq::read),
            row(0x013E, SERVER, ServerBridge.ChangeParticipantReq.class, ServerBridge.ChangeParticipantReq::read),
            row(0x013F, SERVER, ServerData.UserToDeviceDataVersion1.class, ServerData.UserToDeviceDataVersion1::read),
            row(0x0140, SERVER, ServerVideo.VideoDisplayCommand.class, ServerVideo.VideoDisplayCommand::read),
            row(0x0141, EITHER, MediaCommand.FlowControlNotify.class, MediaCommand.FlowControlNotify::read),
            row(
                    0x0142,
                    SERVER,
                    ServerConfiguration.ConfigStatDynamic.class,
                    ServerConfiguration.ConfigStatDynamic::read),
            row(0x0143, SERVER, ServerDisplay.DisplayDynamicNotify.class, ServerDisplay.DisplayDynamicNotify::read),
            row(
                    0x0144,
                    SERVER,
                    ServerDisplay.DisplayDynamicPriNotify.class,
                    ServerDisplay.DisplayDynamicPriNotify::read),
            row(
                    0x0145,
                    SERVER,
                    ServerDisplay.DisplayDynamicPromptStatus.class,
                    ServerDisplay.DisplayDynamicPromptStatus::read),
            row(
                    0x0146,
                    SERVER,
                    ServerConfiguration.FeatureStatDynamic.class,
                    ServerConfiguration.FeatureStatDynamic::read),
            row(0x0147, SERVER, ServerConfiguration.LineStatDynamic.class, ServerConfiguration.LineStatDynamic::read),
            row(
                    0x0148,
                    "ServiceURLStatDynamic",
                    SERVER,
                    ServerConfiguration.ServiceUrlStatDynamic.class,
                    ServerConfiguration.ServiceUrlStatDynamic::read),
            row(
                    0x0149,
                    SERVER,
                    ServerConfiguration.SpeedDialStatDynamic.class,
                    ServerConfiguration.SpeedDialStatDynamic::read),
            row(0x014A, SERVER, ServerCall.CallInfoDynamic.class, ServerCall.CallInfoDynamic::read),
            row(0x014B, SERVER, ServerMedia.PortRequest.class, ServerMedia.PortRequest::read),
            row(0x014C, SERVER, ServerMedia.PortClose.class, ServerMedia.PortClose::read),
            row(0x014D, "QoSListen", SERVER, ServerBridge.QosListen.class, ServerBridge.QosListen::read),
            row(0x014E, "QoSPath", SERVER, ServerBridge.QosPath.class, ServerBridge.QosPath::read),
            row(0x014F, "QoSTeardown", SERVER, ServerBridge.QosTeardown.class, ServerBridge.QosTeardown::read),
            row(0x0150, "UpdateDSCP", SERVER, ServerBridge.UpdateDscp.class, ServerBridge.UpdateDscp::read),
            row(0x0151, "QoSModify", SERVER, ServerBridge.QosModify.class, ServerBridge.QosModify::read),
            row(0x0152, SERVER, ServerCall.SubscriptionStat.class, ServerCall.SubscriptionStat::read),
            row(0x0153, SERVER, ServerCall.Notification.class, ServerCall.Notification::read),
            row(
                    0x0154,
                    STATION,
                    StationMedia.StartMediaTransmissionAck.class,
                    StationMedia.StartMediaTransmissionAck::read),
            row(
                    0x0155,
                    STATION,
                    StationMedia.StartMultiMediaTransmissionAck.class,
                    StationMedia.StartMultiMediaTransmissionAck::read),
            row(0x0156, SERVER, ServerCall.CallHistoryDisposition.class, ServerCall.CallHistoryDisposition::read),
            row(0x0157, STATION, StationData.LocationInfo.class, StationData.LocationInfo::read),
            row(0x0158, EITHER, MediaCommand.MwiResponse.class, MediaCommand.MwiResponse::read),
            row(
                    0x0159,
                    STATION,
                    StationCapabilities.ExtensionDeviceCaps.class,
                    StationCapabilities.ExtensionDeviceCaps::read),
            row(0x015A, "XMLAlarm", STATION, StationRegistration.XmlAlarm.class, StationRegistration.XmlAlarm::read),
            row(0x015E, STATION, StationRequest.CallCountReq.class, StationRequest.CallCountReq::read),
            row(0x015F, STATION, StationData.CallCountResp.class, StationData.CallCountResp::read),
            row(0x0160, SERVER, ServerCall.RecordingStatus.class, ServerCall.RecordingStatus::read),
            row(
                    0x8000,
                    "SPCPRegisterTokenReq",
                    STATION,
                    StationRegistration.SpcpRegisterTokenReq.class,
                    StationRegistration.SpcpRegisterTokenReq::read),
            row(
                    0x8100,
                    "SPCPRegisterTokenAck",
                    SERVER,
                    ServerRegistration.SpcpRegisterTokenAck.class,
                    ServerRegistration.SpcpRegisterTokenAck::read),
            row(
                    0x8101,
                    "SPCPRegisterTokenReject",
                    SERVER,
                    ServerRegistration.SpcpRegisterTokenReject.class,
                    ServerRegistration.SpcpRegisterTokenReject::read));

    private static final IntObjectHashMap<Row<?>> BY_ID = byId();

    private static final Map<Class<?>, Row<?>> BY_TYPE =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(Row::type, row -> row));

    private static final ClassValue<Row<?>> ROWS = new ClassValue<>() {
        @Override
        protected Row<?> computeValue(Class<?> type) {
            Row<?> row = BY_TYPE.get(type);
            if (row == null) {
                throw new IllegalArgumentException("No message is a " + type.getName());
            }
            return row;
        }
    };

    private SccpMessages() {}

    /** The row of this id, if it is known. */
    public static Optional<Row<?>> byId(int id) {
        return Optional.ofNullable(rowOrNull(id));
    }

    /** The id of this message. */
    public static int id(SccpMessage message) {
        return message instanceof Unknown unknown
                ? unknown.id()
                : ROWS.get(message.getClass()).id();
    }

    /** The name of this message; an unknown one is named by its id. */
    public static String name(SccpMessage message) {
        return message instanceof Unknown unknown
                ? name(unknown.id())
                : ROWS.get(message.getClass()).name();
    }

    /** The name of the message with this id; an unknown one is named by it. */
    public static String name(int id) {
        Row<?> row = rowOrNull(id);
        return row == null ? "0x%04X".formatted(id) : row.name();
    }

    /**
     * Reads the body of the message with this id. An id that is not in the table becomes {@link Unknown} and is kept
     * whole.
     *
     * @param from who sent it
     * @throws org.keyline.sccp.codec.wire.MalformedMessage if the body cannot be that message, or that sender never
     *     sends it
     */
    public static SccpMessage read(int id, Sender from, SccpReader body) {
        Row<?> row = rowOrNull(id);
        if (row == null) {
            return new Unknown(id, body.rest());
        }
        row.sender().require(from, row.name());
        return row.reader().apply(body);
    }

    private static @Nullable Row<?> rowOrNull(int id) {
        return BY_ID.get(id);
    }

    private static <M extends SccpMessage> Row<M> row(
            int id, String name, Sender sender, Class<M> type, Function<SccpReader, M> reader) {
        return new Row<>(id, name, sender, type, reader);
    }

    /** A row whose message is named as its record. */
    private static <M extends SccpMessage> Row<M> row(
            int id, Sender sender, Class<M> type, Function<SccpReader, M> reader) {
        return row(id, type.getSimpleName(), sender, type, reader);
    }

    private static IntObjectHashMap<Row<?>> byId() {
        var rows = new IntObjectHashMap<Row<?>>(TABLE.size() * 2);
        TABLE.forEach(row -> rows.put(row.id(), row));
        return rows;
    }
}
