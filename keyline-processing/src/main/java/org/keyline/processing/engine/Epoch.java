package org.keyline.processing.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.keyline.callcontrol.call.CallContext;
import org.keyline.callcontrol.call.CallContext.References;
import org.keyline.callcontrol.call.CallSettings;
import org.keyline.callcontrol.call.FeatureSettings;
import org.keyline.callcontrol.call.FeatureSettings.Barging;
import org.keyline.callcontrol.call.FeatureSettings.CallingBack;
import org.keyline.callcontrol.call.FeatureSettings.Conferring;
import org.keyline.callcontrol.call.FeatureSettings.Diverting;
import org.keyline.callcontrol.call.FeatureSettings.Forwarding;
import org.keyline.callcontrol.call.FeatureSettings.Messaging;
import org.keyline.callcontrol.call.FeatureSettings.PickingUp;
import org.keyline.callcontrol.call.FeatureSettings.Relaying;
import org.keyline.callcontrol.call.FeatureSettings.Transferring;
import org.keyline.callcontrol.call.HoldReversion;
import org.keyline.callcontrol.call.Privacy;
import org.keyline.callcontrol.call.RingingCalls;
import org.keyline.callcontrol.digits.Codes;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.digits.FeatureNumbers;
import org.keyline.callcontrol.digits.Numbering;
import org.keyline.callcontrol.hunt.Members;
import org.keyline.callcontrol.media.CodecChoice;
import org.keyline.callcontrol.meet.MeetingRooms;
import org.keyline.callcontrol.park.ParkingLot;
import org.keyline.callcontrol.party.MediaChoice;
import org.keyline.callcontrol.party.RelayChoice;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.resource.MediaResources;
import org.keyline.callcontrol.resource.ResourceLists;
import org.keyline.callcontrol.route.StopRouting;
import org.keyline.callcontrol.route.Trunks;
import org.keyline.callcontrol.security.KeySource;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.Parameters;
import org.keyline.model.device.Phone;
import org.keyline.model.media.HoldSources;
import org.keyline.model.media.RelaySettings;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Location;
import org.keyline.processing.location.LocationLedger;

/**
 * The configuration in force and what is compiled from it, swapped whole when it changes.
 *
 * @param snapshot the configuration
 * @param calls its numbers, regions and times as calls need them
 */
public record Epoch(ConfigSnapshot snapshot, CallContext calls) {
    private static final DevicePool NO_POOL = new DevicePool("", "", "", "M/D/Y", "UTC");

    /** What calls need that outlives every configuration. */
    public record Lasting(
            KeySource keys,
            References references,
            Members members,
            RingingCalls ringing,
            ParkingLot parking,
            MeetingRooms meetings,
            Function<ResourceLists, MediaResources> resources,
            LocationLedger locations) {}

    /** Compiles a configuration. Takes time with many numbers: never on an event loop. */
    public static Epoch of(ConfigSnapshot snapshot, Lasting lasting) {
        var dialPlan = DialPlan.compile(numbering(snapshot), InstantSource.system());
        var codecs = new CodecChoice(snapshot.regions());
        return new Epoch(
                snapshot,
                new CallContext(
                        dialPlan,
                        codecs,
                        lasting.keys(),
                        lasting.references(),
                        lasting.members(),
                        lasting.ringing(),
                        lasting.parking(),
                        Trunks.NONE,
                        lasting.meetings(),
                        resources(snapshot, lasting.resources()),
                        lasting.locations().within(snapshot.media().locations()),
                        settings(snapshot.parameters()),
                        features(snapshot.parameters()),
                        privacy(snapshot)));
    }

    /** Everything of a configuration that decides where digits lead. */
    public static Numbering numbering(ConfigSnapshot snapshot) {
        var plan = snapshot.numberPlan();
        return Numbering.with(snapshot.lines(), snapshot.phones().values(), snapshot.callingSearchSpaces())
                .scheduled(snapshot.partitions(), plan.timeSchedules())
                .translating(plan.translations())
                .hunting(plan.huntPilots(), plan.huntLists(), plan.lineGroups())
                .routing(plan.routes())
                .featuring(FeatureNumbers.of(
                        plan.pickupGroups(), plan.parks(), plan.directedParks(), plan.meetMes(), plan.messageWaiting()))
                .asking(Codes.of(
                        plan.authorizationCodes().values(),
                        plan.clientMatterCodes().values()))
                .build();
    }

    /** Where a phone is. */
    public Site site(Phone phone) {
        var media = snapshot.mediaSettings(phone);
        return new Site(
                devicePool(phone).region(),
                media.location().orElse(Location.HUB_NONE),
                ZoneId.of(devicePool(phone).timeZone()),
                new MediaChoice(
                        media.resourceList(),
                        media.hold().orOf(usualHold()),
                        phone.userLocale(),
                        choice(media.relay())));
    }

    private static RelayChoice choice(RelaySettings relay) {
        if (relay.isTrusted()) {
            return RelayChoice.TRUSTED;
        }
        return relay.required() ? RelayChoice.TERMINATED : RelayChoice.DIRECT;
    }

    /** What those hear who are held, where nobody says anything else. */
    private HoldSources usualHold() {
        return new HoldSources(
                text(snapshot.parameters(), "callmanager.userHoldSource"),
                text(snapshot.parameters(), "callmanager.networkHoldSource"));
    }

    /** The device pool of a phone; one without a name where the configuration has none. */
    public DevicePool devicePool(Phone phone) {
        return Optional.ofNullable(snapshot.devicePools().get(phone.devicePool()))
                .orElse(NO_POOL);
    }

    /** Announcements are made where an administrator wants them. */
    private static MediaResources resources(ConfigSnapshot snapshot, Function<ResourceLists, MediaResources> within) {
        var plan = snapshot.media();
        var all = within.apply(ResourceLists.of(plan.groups(), plan.lists()));
        return flag(snapshot.parameters(), "mediaStreaming.announcements", false) ? all : all.withoutAnnunciator();
    }

    private static CallSettings settings(Parameters parameters) {
        var usual = CallSettings.DEFAULT;
        return new CallSettings(
                millis(parameters, "callmanager.offHookToFirstDigit", usual.firstDigit()),
                millis(parameters, "callmanager.t302", usual.interDigit()),
                usual.offer(),
                seconds(parameters, "callmanager.noAnswer", usual.noAnswer()),
                seconds(parameters, "callmanager.forwardNoAnswer", usual.forwardNoAnswer()),
                seconds(parameters, "callmanager.callPickupNoAnswer", usual.pickupNoAnswer()),
                seconds(parameters, "callmanager.callParkReversion", usual.parkReversion()),
                seconds(parameters, "callmanager.callParkDisplay", usual.parkDisplay()),
                usual.media(),
                usual.tone(),
                new HoldReversion(
                        seconds(
                                parameters,
                                "callmanager.holdReversionDuration",
                                usual.holdReversion().after()),
                        seconds(
                                parameters,
                                "callmanager.holdReversionInterval",
                                usual.holdReversion().every())));
    }

    private static Privacy privacy(ConfigSnapshot snapshot) {
        return new Privacy(
                phone -> snapshot.phone(phone).filter(snapshot::wantsPrivacy).isPresent(),
                flag(snapshot.parameters(), "callmanager.enforcePrivacyOnHeldCalls", false));
    }

    private static FeatureSettings features(Parameters parameters) {
        var usual = FeatureSettings.DEFAULT;
        return new FeatureSettings(
                new Transferring(flag(
                        parameters,
                        "callmanager.transferOnHook",
                        usual.transfer().onHook())),
                new Forwarding(number(
                        parameters,
                        "callmanager.forwardMaximumHops",
                        usual.forward().maximumHops())),
                new Conferring(
                        number(
                                parameters,
                                "callmanager.maximumAdHocConference",
                                usual.conference().maximum()),
                        number(
                                parameters,
                                "callmanager.maximumMeetMeConference",
                                usual.conference().maximumMeetMe()),
                        flag(
                                parameters,
                                "callmanager.dropAdHocConference",
                                usual.conference().endsWithController())),
                new Barging(flag(
                        parameters,
                        "callmanager.builtInBridgeEnable",
                        usual.barge().builtInBridge())),
                new PickingUp(
                        flag(
                                parameters,
                                "callmanager.autoCallPickup",
                                usual.pickup().atOnce()),
                        flag(
                                parameters,
                                "callmanager.pickupAlertInCalls",
                                usual.pickup().alertsInCalls())),
                new Messaging(text(parameters, "callmanager.voiceMailPilot")),
                new Diverting(!flag(
                        parameters,
                        "callmanager.useLegacyImmediateDivert",
                        !usual.divert().toOriginalCalled())),
                new CallingBack(
                        flag(
                                parameters,
                                "callmanager.callBackEnabled",
                                usual.callBack().enabled()),
                        seconds(
                                parameters,
                                "callmanager.callBackDuration",
                                usual.callBack().atMost())),
                new StopRouting(
                        flag(
                                parameters,
                                "callmanager.stopRoutingOnBusy",
                                usual.stopRouting().onBusy()),
                        flag(
                                parameters,
                                "callmanager.stopRoutingOnUnallocated",
                                usual.stopRouting().onUnallocated()),
                        flag(
                                parameters,
                                "callmanager.stopRoutingOnOutOfBandwidth",
                                usual.stopRouting().onOutOfBandwidth())),
                new Relaying(
                        flag(
                                parameters,
                                "callmanager.failWithoutTrustedRelayPoint",
                                usual.relay().failsUntrusted()),
                        flag(
                                parameters,
                                "callmanager.failWithoutMediaTerminationPoint",
                                usual.relay().failsUnterminated())));
    }

    private static Optional<String> text(Parameters parameters, String name) {
        return Optional.ofNullable(parameters.values().get(name)).filter(text -> !text.isEmpty());
    }

    private static boolean flag(Parameters parameters, String name, boolean usual) {
        return parameters.values().containsKey(name) ? parameters.flag(name) : usual;
    }

    private static int number(Parameters parameters, String name, int usual) {
        return parameters.values().containsKey(name) ? parameters.integer(name) : usual;
    }

    private static Duration millis(Parameters parameters, String name, Duration usual) {
        return parameters.values().containsKey(name) ? Duration.ofMillis(parameters.integer(name)) : usual;
    }

    private static Duration seconds(Parameters parameters, String name, Duration usual) {
        return parameters.values().containsKey(name) ? Duration.ofSeconds(parameters.integer(name)) : usual;
    }
}
