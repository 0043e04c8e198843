package org.keyline.sccp.station;

import java.time.Clock;
import java.util.Optional;
import java.util.function.IntFunction;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.user.PhoneService;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.SubscriptionCause;
import org.keyline.sccp.codec.message.ServerCall.SubscriptionStat;
import org.keyline.sccp.codec.message.ServerConfiguration;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.codec.message.StationRequest;

/**
 * Answers a phone's questions about its configuration, in any order and at any time. Each gets its answer: a phone
 * waits for it, also for a line or button it does not have, which comes back empty.
 */
public final class ConfigurationAnswers {
    /** Bits of what a line shows of a caller: original and redirected number, calling number and name. */
    private static final int SHOW_ALL = 0x0F;

    private static final int LARGEST_INSTANCE = 255;

    private final SnapshotSource configuration;
    private final ServerList servers;
    private final Clock clock;

    public ConfigurationAnswers(SnapshotSource configuration, ServerList servers, Clock clock) {
        this.configuration = configuration;
        this.servers = servers;
        this.clock = clock;
    }

    /**
     * The answer to {@code request} of the station {@code who}; empty for the few that want none.
     *
     * @param watched what the line does that a speed dial watches
     */
    public Optional<ServerMessage> answer(
            StationRequest request, RegisteredStation who, IntFunction<LineStatus> watched) {
        return switch (request) {
            // Answered by the session: what a line forwards is call processing's to know.
            case StationRequest.ForwardStatReq _ -> Optional.empty();
            case StationRequest.SpeedDialStatReq dial -> Optional.of(speedDial(dial.speedDialNumber(), phone(who)));
            case StationRequest.LineStatReq line -> Optional.of(line(line.lineInstance(), phone(who), who.traits()));
            case StationRequest.ConfigStatReq _ -> Optional.of(configuration(phone(who), who));
            case StationRequest.TimeDateReq _ -> Optional.of(time(who));
            case StationRequest.ButtonTemplateReq _ -> Optional.of(who.buttons().template());
            case StationRequest.VersionReq _ -> Optional.of(version(phone(who), who));
            case StationRequest.ServerReq _ -> Optional.of(serverList(who));
            case StationRequest.SoftKeySetReq _ -> Optional.of(who.softkeys().sets());
            case StationRequest.SoftKeyTemplateReq _ ->
                Optional.of(who.softkeys().template());
            case StationRequest.ServiceUrlStatReq url ->
                Optional.of(service(url.serviceUrlIndex(), phone(who), who.traits()));
            case StationRequest.FeatureStatReq feature -> Optional.of(feature(feature, who, watched));
            case StationRequest.SubscriptionStatReq subscription -> Optional.of(subscription(subscription));
            case StationRequest.CallCountReq _ -> Optional.empty();
        };
    }

    /** The time on the phone's own clock. */
    public ServerMessage time(RegisteredStation who) {
        return StationTime.now(clock, who.devicePool());
    }

    /** The softkeys a phone that registers now gets. */
    public SoftkeyPlan softkeys(Phone phone, StationTraits traits) {
        return SoftkeyPlan.of(configuration.current().softkeys(phone), traits.extendedLabels());
    }

    /** The buttons a phone that registers now gets. */
    public ButtonPlan buttons(Phone phone, StationTraits traits) {
        return ButtonPlan.of(phone, configuration.current().buttons(phone), traits.showsBusyLamps());
    }

    /** The phone as it is configured now; as it was when it registered, if it was deleted since. */
    public Phone phone(RegisteredStation who) {
        return configuration.current().phone(who.phone().name()).orElse(who.phone());
    }

    private static ServerMessage line(int instance, Phone phone, StationTraits traits) {
        var line = appearance(instance, phone);
        var number = line.map(found -> found.number().digits()).orElse("");
        var display = line.map(found -> found.display().isEmpty() ? number : found.display())
                .orElse("");
        var label = line.map(found -> found.label().isEmpty() ? number : found.label())
                .orElse("");
        return traits.version().atLeast(17)
                ? new ServerConfiguration.LineStatDynamic(instance, SHOW_ALL, number, display, label)
                : new ServerConfiguration.LineStat(instance, number, display, label, SHOW_ALL);
    }

    private static Optional<LineAppearance> appearance(int instance, Phone phone) {
        return instance < 1 || instance > LARGEST_INSTANCE ? Optional.empty() : phone.line(new LineInstance(instance));
    }

    private static ServerMessage speedDial(int instance, Phone phone) {
        for (var dial : phone.speedDials()) {
            if (dial.instance() == instance) {
                return new ServerConfiguration.SpeedDialStat(instance, dial.digits(), label(dial));
            }
        }
        return new ServerConfiguration.SpeedDialStat(instance, "", "");
    }

    private static String label(SpeedDial dial) {
        return dial.label().isEmpty() ? dial.digits() : dial.label();
    }

    private ServerMessage configuration(Phone phone, RegisteredStation who) {
        return new ServerConfiguration.ConfigStat(
                phone.name().text(),
                0,
                who.instance(),
                "",
                servers
                        .of(
                                configuration.current(),
                                who.devicePool(),
                                who.traits().transport())
                        .servers()
                        .stream()
                        .findFirst()
                        .map(ServerConfiguration.ServerRes.Server::name)
                        .orElse(""),
                phone.lines().size(),
                phone.speedDials().size());
    }

    /** An empty answer would be as good; the load it runs already makes no phone reload. */
    private static ServerMessage version(Phone phone, RegisteredStation who) {
        return new ServerConfiguration.Version(phone.load().isEmpty() ? who.load() : phone.load());
    }

    private ServerMessage serverList(RegisteredStation who) {
        return servers.of(
                configuration.current(), who.devicePool(), who.traits().transport());
    }

    /** A service the phone is subscribed to; one that is switched off or gone comes back empty. */
    private ServerMessage service(int index, Phone phone, StationTraits traits) {
        var names = phone.subscription().services();
        var service = Optional.ofNullable(index < 1 || index > names.size() ? null : names.get(index - 1))
                .map(name -> configuration.current().people().services().get(name))
                .filter(PhoneService::enabled);
        var url = service.map(found -> found.url(phone.name().text())).orElse("");
        var name = service.map(found -> found.name(phone.userLocale())).orElse("");
        return traits.dynamicText()
                ? new ServerConfiguration.ServiceUrlStatDynamic(index, url, name)
                : new ServerConfiguration.ServiceUrlStat(index, url, name);
    }

    private ServerMessage feature(
            StationRequest.FeatureStatReq request, RegisteredStation who, IntFunction<LineStatus> watched) {
        var index = request.featureIndex();
        var feature = who.buttons().feature(index).orElse(ButtonPlan.Feature.NONE);
        var status = feature.dial()
                .map(dial -> BusyLampStatus.of(watched.apply(dial.instance())))
                .orElseGet(() -> isOn(feature, who) ? 1 : 0);
        return feature.status(index, status, who.traits().version().atLeast(15) && request.featureCapabilities() == 1);
    }

    private boolean isOn(ButtonPlan.Feature feature, RegisteredStation who) {
        if (feature.equals(ButtonPlan.Feature.NONE)) {
            return false;
        }
        if (feature.type().equals(ButtonType.FEATURE)) {
            return configuration.current().wantsPrivacy(phone(who));
        }
        if (feature.type().equals(ButtonType.HUNT_GROUP_LOG_IN_OUT)) {
            return phone(who).features().loggedIntoHuntGroups();
        }
        return feature.type().equals(ButtonType.DO_NOT_DISTURB)
                && phone(who).features().doNotDisturb().active();
    }

    private static ServerMessage subscription(StationRequest.SubscriptionStatReq request) {
        return new SubscriptionStat(
                request.transactionId(), request.featureId(), request.timer(), SubscriptionCause.ROUTE_FAILURE);
    }
}
