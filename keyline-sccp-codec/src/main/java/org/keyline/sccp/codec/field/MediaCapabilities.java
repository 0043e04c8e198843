package org.keyline.sccp.codec.field;

import java.util.List;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * Everything a phone can do with media (UpdateCapabilities in its three forms). The body has a fixed number of slots;
 * unused ones may hold a real phone's stray memory and are passed over.
 *
 * <pre>
 *   0 counts: audio, video, data u32 | 12 RTP payload format u32 | 16 custom picture count u32 | 20 6 × picture 20
 * 140 active streams, bandwidth, service count u32 | 152 4 × service 40 | 312 18 × audio 16 | 600 10 × video | 5 × data
 * </pre>
 *
 * @param audio at most 18 audio codecs
 * @param video at most 10 video codecs
 * @param data at most 5 data protocols
 * @param rtpPayloadFormat RTP payload format
 * @param pictures at most 6 custom picture formats
 * @param activeStreams streams active at registration
 * @param maxBandwidth bandwidth at most
 * @param services at most 4 conference services
 */
public record MediaCapabilities(
        List<AudioCapability> audio,
        List<VideoCapability> video,
        List<DataCapability> data,
        int rtpPayloadFormat,
        List<PictureFormat> pictures,
        int activeStreams,
        int maxBandwidth,
        List<ConferenceService> services) {
    private static final int AUDIO = 18;
    private static final int VIDEO = 10;
    private static final int DATA = 5;
    private static final int PICTURES = 6;
    private static final int SERVICES = 4;

    /** Keeps its own lists. */
    public MediaCapabilities {
        audio = List.copyOf(audio);
        video = List.copyOf(video);
        data = List.copyOf(data);
        pictures = List.copyOf(pictures);
        services = List.copyOf(services);
    }

    /** Only audio. */
    public static MediaCapabilities ofAudio(List<AudioCapability> audio) {
        return new MediaCapabilities(audio, List.of(), List.of(), 0, List.of(), 0, 0, List.of());
    }

    /** Reads this form. */
    public static MediaCapabilities read(SccpReader in, CapabilitiesForm form) {
        int audioCount = in.u32("audioCapCount");
        int videoCount = in.u32();
        int dataCount = in.u32();
        int rtpPayloadFormat = in.u32();
        var pictures = Slots.read(in, in.u32(), PICTURES, PictureFormat.SIZE, PictureFormat::read);
        int activeStreams = in.u32();
        int maxBandwidth = in.u32();
        var services = Slots.read(in, in.u32(), SERVICES, ConferenceService.SIZE, ConferenceService::read);
        var audio = Slots.read(in, audioCount, AUDIO, AudioCapability.SIZE, AudioCapability::read);
        var video =
                Slots.read(in, videoCount, VIDEO, VideoCapability.size(form), body -> VideoCapability.read(body, form));
        var data = Slots.read(in, dataCount, DATA, DataCapability.size(form), body -> DataCapability.read(body, form));
        return new MediaCapabilities(
                audio, video, data, rtpPayloadFormat, pictures, activeStreams, maxBandwidth, services);
    }

    /** Writes this form. */
    public void write(SccpWriter out, CapabilitiesForm form) {
        out.u32(Math.min(audio.size(), AUDIO))
                .u32(Math.min(video.size(), VIDEO))
                .u32(Math.min(data.size(), DATA));
        out.u32(rtpPayloadFormat).u32(Math.min(pictures.size(), PICTURES));
        Slots.write(out, pictures, PICTURES, PictureFormat.SIZE, PictureFormat::write);
        out.u32(activeStreams).u32(maxBandwidth).u32(Math.min(services.size(), SERVICES));
        Slots.write(out, services, SERVICES, ConferenceService.SIZE, ConferenceService::write);
        Slots.write(out, audio, AUDIO, AudioCapability.SIZE, AudioCapability::write);
        Slots.write(out, video, VIDEO, VideoCapability.size(form), (one, to) -> one.write(to, form));
        Slots.write(out, data, DATA, DataCapability.size(form), (one, to) -> one.write(to, form));
    }
}
