package org.keyline.lab.phone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.MediaCapabilities;
import org.keyline.sccp.codec.field.MediaPath;
import org.keyline.sccp.codec.field.MediaPathAbility;
import org.keyline.sccp.codec.field.OnOff;
import org.keyline.sccp.codec.message.ServerConfiguration;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationCapabilities;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMessage;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.message.StationRequest;

/**
 * What a phone asks after RegisterAck, in the order of its family; each question waits for the answer to the one
 * before.
 *
 * <p>The last question is for the time: when it is answered the phone is registered.
 */
public final class RegistrationSequence {
    private final PhoneProfile profile;
    private final Deque<StationMessage> questions = new ArrayDeque<>();
    private boolean finished;

    /** The questions of a phone of that kind. */
    public RegistrationSequence(PhoneProfile profile) {
        this.profile = profile;
    }

    /** Whether the last question has been answered. */
    public boolean isFinished() {
        return finished;
    }

    /** What the phone says to a message of the server, if the message was awaited. */
    public List<StationMessage> next(ServerMessage message) {
        return switch (message) {
            case ServerRegistration.CapabilitiesReq _ -> capabilities();
            case ServerConfiguration.ButtonTemplate template -> {
                plan(template);
                yield ask();
            }
            case ServerConfiguration.TimeDate _ -> {
                finished = finished || questions.isEmpty();
                yield ask();
            }
            case ServerConfiguration.SoftKeyTemplateRes _,
                    ServerConfiguration.SoftKeySetRes _,
                    ServerConfiguration.ConfigStat _,
                    ServerConfiguration.ConfigStatDynamic _,
                    ServerConfiguration.LineStat _,
                    ServerConfiguration.LineStatDynamic _,
                    ServerConfiguration.ForwardStat _,
                    ServerConfiguration.SpeedDialStat _,
                    ServerConfiguration.SpeedDialStatDynamic _,
                    ServerConfiguration.FeatureStat _,
                    ServerConfiguration.FeatureStatDynamic _,
                    ServerConfiguration.ServiceUrlStat _,
                    ServerConfiguration.ServiceUrlStatDynamic _,
                    ServerConfiguration.Version _,
                    ServerConfiguration.ServerRes _ -> ask();
            default -> List.of();
        };
    }

    /** The capabilities, and at once the first question. */
    private List<StationMessage> capabilities() {
        var said = new ArrayList<StationMessage>();
        said.add(new StationCapabilities.CapabilitiesRes(profile.codecs()));
        if (profile.family().isModern()) {
            said.add(new StationCapabilities.UpdateCapabilitiesV2(MediaCapabilities.ofAudio(profile.codecs())));
            said.add(new StationCapabilities.MediaPathCapability(MediaPath.SPEAKER, MediaPathAbility.ENABLED));
        }
        for (var place = 1; place <= profile.modules().size(); place++) {
            said.add(profile.modules().get(place - 1).report(place));
        }
        if (profile.family() != PhoneProfile.Family.LEGACY) {
            said.add(new StationKey.HeadsetStatus(OnOff.OFF));
        }
        if (!finished && questions.isEmpty()) {
            said.add(new StationRequest.ButtonTemplateReq());
        }
        return said;
    }

    private void plan(ServerConfiguration.ButtonTemplate template) {
        if (!questions.isEmpty()) {
            return;
        }
        if (profile.family().hasSoftkeys()) {
            questions.add(new StationRequest.SoftKeyTemplateReq());
            questions.add(new StationRequest.SoftKeySetReq());
        }
        questions.add(new StationRequest.ConfigStatReq());
        template.buttons().stream()
                .filter(button -> button.type().equals(ButtonType.LINE))
                .forEach(line -> questions.add(new StationRequest.LineStatReq(line.instance())));
        template.buttons().stream()
                .filter(button -> button.type().equals(ButtonType.LINE))
                .forEach(line -> questions.add(new StationRequest.ForwardStatReq(line.instance())));
        template.buttons().forEach(this::planOther);
        if (profile.family() == PhoneProfile.Family.CLASSIC) {
            questions.add(new StationRequest.VersionReq());
        } else if (profile.family().isModern()) {
            questions.add(new StationRequest.ServerReq());
        }
        questions.add(new StationRequest.TimeDateReq());
    }

    private void planOther(ServerConfiguration.ButtonTemplate.Button button) {
        if (button.type().equals(ButtonType.SPEED_DIAL)) {
            questions.add(new StationRequest.SpeedDialStatReq(button.instance()));
        } else if (isAskedFor(button.type())) {
            int capabilities = profile.version() >= 15 ? 1 : 0;
            questions.add(new StationRequest.FeatureStatReq(button.instance(), capabilities));
        } else if (button.type().equals(ButtonType.SERVICE_URL)) {
            questions.add(new StationRequest.ServiceUrlStatReq(button.instance()));
        }
    }

    /** Buttons of features, whose text the phone does not know by itself. */
    private static boolean isAskedFor(ButtonType type) {
        return type.equals(ButtonType.FEATURE)
                || type.equals(ButtonType.BLF_SPEED_DIAL)
                || (type.number() >= ButtonType.MEET_ME_CONFERENCE.number()
                        && type.number() <= ButtonType.HUNT_GROUP_LOG_IN_OUT.number());
    }

    /** The next question; before the one for the time the phone says how many lines it has. */
    private List<StationMessage> ask() {
        var question = questions.poll();
        if (question == null) {
            return List.of();
        }
        return question instanceof StationRequest.TimeDateReq
                ? List.of(new StationRegistration.RegisterAvailableLines(profile.allButtons()), question)
                : List.of(question);
    }
}
