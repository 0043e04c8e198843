package org.keyline.model.schema;

import static org.keyline.model.schema.AfterChange.RESET_ALL_DEVICES;
import static org.keyline.model.schema.AfterChange.RESET_DEVICE;
import static org.keyline.model.schema.AfterChange.RESTART_CALLMANAGER;
import static org.keyline.model.schema.AfterChange.RESTART_DEVICE;
import static org.keyline.model.schema.Field.field;
import static org.keyline.model.schema.Field.key;
import static org.keyline.model.schema.Permission.OPERATOR;
import static org.keyline.model.schema.Permission.SYSTEM;
import static org.keyline.model.schema.TextTypes.DESCRIPTION;
import static org.keyline.model.schema.TextTypes.DEVICE_NAME;
import static org.keyline.model.schema.TextTypes.DIGITS;
import static org.keyline.model.schema.TextTypes.HOST;
import static org.keyline.model.schema.TextTypes.LABEL;
import static org.keyline.model.schema.TextTypes.NAME;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.device.BuiltInBridge;
import org.keyline.model.device.ButtonLayouts;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.DoNotDisturbOption;
import org.keyline.model.device.ExpansionModule;
import org.keyline.model.device.PhoneHardening.SettingsAccess;
import org.keyline.model.device.PhoneHardening.WebAccess;
import org.keyline.model.device.PrivacySetting;
import org.keyline.model.device.TrustedRelayPoint;
import org.keyline.model.keys.ButtonFunction;
import org.keyline.model.keys.SoftkeyState;
import org.keyline.model.keys.StandardSoftkeys;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.schema.FieldType.Deadline;
import org.keyline.model.schema.FieldType.Model;
import org.keyline.model.schema.FieldType.Moment;
import org.keyline.model.schema.FieldType.OneOf;
import org.keyline.model.schema.FieldType.Reference;
import org.keyline.model.schema.FieldType.References;
import org.keyline.model.schema.FieldType.Rows;
import org.keyline.model.schema.FieldType.Switch;
import org.keyline.model.schema.FieldType.Text;
import org.keyline.model.schema.FieldType.TimeZone;
import org.keyline.model.schema.FieldType.Whole;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.KeySize;

/** Every kind of configuration object; a kind stands after those it refers to. */
public final class Kinds {
    private Kinds() {}

    private static final Text NUMBER_OR_NONE = Text.of(0, 18, "[0-9]*", "problem.plainNumber");
    private static final OneOf CODEC = OneOf.of(AudioCodec.class);

    public static final ObjectKind NODE = ObjectKind.many(
            "node",
            "nodes",
            "nodes",
            key("name", HOST).after(RESET_ALL_DEVICES, RESTART_CALLMANAGER),
            field("address", HOST).mandatory().after(RESET_ALL_DEVICES, RESTART_CALLMANAGER),
            field("ethernetPhonePort", new Whole(1, 65_092))
                    .byDefault("2000")
                    .after(RESET_ALL_DEVICES, RESTART_CALLMANAGER),
            field("autoRegistrationFirst", NUMBER_OR_NONE).byDefault(""),
            field("autoRegistrationLast", NUMBER_OR_NONE).byDefault(""));

    public static final ObjectKind CALL_MANAGER_GROUP = ObjectKind.many(
            "callManagerGroup",
            "callManagerGroups",
            "call_manager_groups",
            key("name", NAME),
            field("nodes", new References("node", 3)).mandatory().after(RESET_ALL_DEVICES),
            field("autoRegistration", new Switch()).byDefault("false"));

    public static final ObjectKind REGION = ObjectKind.many(
            "region",
            "regions",
            "regions",
            key("name", NAME),
            field("within", CODEC).byDefault(AudioCodec.G711_ULAW.name()),
            field("toOthers", CODEC).byDefault(AudioCodec.G729.name()),
            field(
                    "to",
                    new Rows(
                            List.of(
                                    field("region", new Reference("region")).mandatory(),
                                    field("codec", CODEC).mandatory()),
                            "region",
                            false,
                            2_000)));

    public static final ObjectKind LOCATION = MediaKinds.LOCATION;
    public static final ObjectKind AUDIO_SOURCE = MediaKinds.AUDIO_SOURCE;
    public static final ObjectKind MEDIA_RESOURCE_GROUP = MediaKinds.MEDIA_RESOURCE_GROUP;
    public static final ObjectKind MEDIA_RESOURCE_GROUP_LIST = MediaKinds.MEDIA_RESOURCE_GROUP_LIST;

    /** Gateways that take over when no call manager is reached; the certificate is what phones know them by. */
    public static final ObjectKind SRST_REFERENCE = ObjectKind.many(
            "srstReference",
            "srstReferences",
            "srst_references",
            key("name", NAME).after(RESET_DEVICE),
            field("address", HOST).mandatory().after(RESET_DEVICE),
            field("port", new Whole(1, 65_092)).byDefault("2000").after(RESET_DEVICE),
            field("sipAddress", HOST).after(RESET_DEVICE),
            field("sipPort", new Whole(1, 65_535)).byDefault("5060").after(RESET_DEVICE),
            field("secure", new Switch()).byDefault("false").after(RESET_DEVICE),
            field("certificateProviderPort", new Whole(1_024, 49_151, "srst.M01", "srst.M01"))
                    .byDefault("2445"),
            field("certificate", Text.of(1, 22_000, "[A-Za-z0-9+/]+={0,2}", "problem.certificate"))
                    .after(RESET_DEVICE));

    /** Which softkeys phones show in which state of a call; the standard ones are always there. */
    public static final ObjectKind SOFTKEY_TEMPLATE = ObjectKind.many(
                    "softkeyTemplate", "softkeyTemplates", "softkey_templates", softkeyFields())
            .withStandard(StandardSoftkeys.byName().keySet());

    private static Field[] softkeyFields() {
        var fields = new ArrayList<Field>();
        fields.add(key("name", NAME).after(RESTART_DEVICE));
        fields.add(field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR));
        fields.add(field("basedOn", OneOf.of(StandardSoftkeys.class)).byDefault(StandardSoftkeys.STANDARD_USER.name()));
        for (var state : SoftkeyState.values()) {
            fields.add(field(state.field(), Text.upTo(400)).after(RESTART_DEVICE));
        }
        return fields.toArray(Field[]::new);
    }

    /** What each button of a model is; the standard ones are always there. */
    public static final ObjectKind PHONE_BUTTON_TEMPLATE = ObjectKind.many(
                    "phoneButtonTemplate",
                    "phoneButtonTemplates",
                    "phone_button_templates",
                    key("name", NAME).after(RESTART_DEVICE),
                    field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
                    field("model", new Model()).mandatory().after(RESTART_DEVICE),
                    field(
                                    "buttons",
                                    new Rows(
                                            List.of(
                                                    field("position", new Whole(1, ButtonLayouts.MOST)),
                                                    field("function", buttonFunctions())
                                                            .mandatory(),
                                                    field("label", LABEL).byDefault("")),
                                            "position",
                                            true,
                                            ButtonLayouts.MOST))
                            .after(RESTART_DEVICE))
            .withStandard(ButtonTemplate.allStandard().keySet());

    /** Fixed keys of some models may be written too, as an export of their template does. */
    private static OneOf buttonFunctions() {
        return OneOf.of(ButtonFunction.class);
    }

    public static final ObjectKind DEVICE_POOL = ObjectKind.many(
            "devicePool",
            "devicePools",
            "device_pools",
            key("name", NAME),
            field("callManagerGroup", new Reference("callManagerGroup"))
                    .mandatory()
                    .after(RESET_DEVICE),
            field("region", new Reference("region")).mandatory().after(RESTART_DEVICE),
            field("location", new Reference("location")),
            field("mediaResourceGroupList", new Reference("mediaResourceGroupList")),
            MediaKinds.userHold(),
            MediaKinds.networkHold(),
            field("useTrustedRelayPoint", new Switch()).byDefault("false"),
            field(
                            "dateTemplate",
                            Text.of(
                                    1,
                                    8,
                                    "(D[-/.]M[-/.]Y{1,2}|M[-/.]D[-/.]Y{1,2}|Y{1,2}[-/.]M[-/.]D)A?",
                                    "problem.dateTemplate"))
                    .byDefault("M/D/Y")
                    .after(RESET_DEVICE),
            field("timeZone", new TimeZone()).byDefault("Etc/UTC").after(RESET_DEVICE),
            field("srstReference", new Reference("srstReference")).after(RESET_DEVICE),
            field("srstDefaultGateway", new Switch()).byDefault("false").after(RESET_DEVICE),
            field("softkeyTemplate", new Reference("softkeyTemplate")).after(RESTART_DEVICE));

    public static final ObjectKind TIME_PERIOD = DialKinds.TIME_PERIOD;
    public static final ObjectKind TIME_SCHEDULE = DialKinds.TIME_SCHEDULE;

    public static final ObjectKind PARTITION = ObjectKind.many(
            "partition",
            "partitions",
            "partitions",
            key("name", NAME),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("timeSchedule", new Reference("timeSchedule")),
            field("timeZone", new TimeZone()));

    public static final ObjectKind CALLING_SEARCH_SPACE = ObjectKind.many(
            "callingSearchSpace",
            "callingSearchSpaces",
            "calling_search_spaces",
            key("name", NAME),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("partitions", new References("partition", 200)));

    public static final ObjectKind PICKUP_GROUP = DialKinds.PICKUP_GROUP;
    public static final ObjectKind CALL_PARK = DialKinds.CALL_PARK;
    public static final ObjectKind DIRECTED_CALL_PARK = DialKinds.DIRECTED_CALL_PARK;
    public static final ObjectKind MEET_ME_NUMBER = DialKinds.MEET_ME_NUMBER;

    /** A reason alone means all callers, unless those from inside or outside have another row. */
    private static final OneOf FORWARD_CASE = new OneOf(
            "ForwardReason",
            List.of(
                    "ALL",
                    "BUSY",
                    "BUSY_INTERNAL",
                    "BUSY_EXTERNAL",
                    "NO_ANSWER",
                    "NO_ANSWER_INTERNAL",
                    "NO_ANSWER_EXTERNAL",
                    "UNREGISTERED",
                    "UNREGISTERED_INTERNAL",
                    "UNREGISTERED_EXTERNAL",
                    "NO_COVERAGE",
                    "NO_COVERAGE_INTERNAL",
                    "NO_COVERAGE_EXTERNAL"));

    public static final ObjectKind LINE = ObjectKind.many(
            "line",
            "lines",
            "lines",
            key("number", DIGITS).after(RESTART_DEVICE),
            key("partition", new Reference("partition")).optionalKey(),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("alertingName", LABEL).byDefault("").changedBy(OPERATOR),
            field("callingSearchSpace", new Reference("callingSearchSpace")),
            field("pickupGroup", new Reference("pickupGroup")),
            field(
                    "forwards",
                    new Rows(
                            List.of(
                                    field("when", FORWARD_CASE).mandatory(),
                                    field("to", DIGITS).mandatory(),
                                    field("callingSearchSpace", new Reference("callingSearchSpace"))),
                            "when",
                            false,
                            FORWARD_CASE.values().size())),
            field("forwardNoAnswerSeconds", new Whole(1, 300)),
            field("voiceMailPilot", DIGITS),
            MediaKinds.userHold(),
            MediaKinds.networkHold(),
            field("messagesWaiting", new Switch()).byDefault("false").changedBy(OPERATOR));

    public static final ObjectKind TRANSLATION_PATTERN = DialKinds.TRANSLATION_PATTERN;
    public static final ObjectKind LINE_GROUP = DialKinds.LINE_GROUP;
    public static final ObjectKind HUNT_LIST = DialKinds.HUNT_LIST;
    public static final ObjectKind HUNT_PILOT = DialKinds.HUNT_PILOT;
    public static final ObjectKind ROUTE_GROUP = DialKinds.ROUTE_GROUP;
    public static final ObjectKind ROUTE_LIST = DialKinds.ROUTE_LIST;
    public static final ObjectKind ROUTE_FILTER = DialKinds.ROUTE_FILTER;
    public static final ObjectKind ROUTE_PATTERN = DialKinds.ROUTE_PATTERN;
    public static final ObjectKind MESSAGE_WAITING_NUMBER = DialKinds.MESSAGE_WAITING_NUMBER;
    public static final ObjectKind AUTHORIZATION_CODE = DialKinds.AUTHORIZATION_CODE;
    public static final ObjectKind CLIENT_MATTER_CODE = DialKinds.CLIENT_MATTER_CODE;

    public static final ObjectKind PHONE_SERVICE = UserKinds.PHONE_SERVICE;

    public static final ObjectKind PHONE = ObjectKind.many(
            "phone",
            "phones",
            "phones",
            key("name", DEVICE_NAME).after(RESET_DEVICE),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("model", new Model()).mandatory().after(RESET_DEVICE),
            field("devicePool", new Reference("devicePool"))
                    .byDefault("Default")
                    .after(RESET_DEVICE),
            field("callingSearchSpace", new Reference("callingSearchSpace")),
            field("location", new Reference("location")),
            field("mediaResourceGroupList", new Reference("mediaResourceGroupList")),
            MediaKinds.userHold(),
            MediaKinds.networkHold(),
            field("useTrustedRelayPoint", OneOf.of(TrustedRelayPoint.class))
                    .byDefault(TrustedRelayPoint.DEFAULT.name()),
            field("mediaTerminationPointRequired", new Switch()).byDefault("false"),
            field("securityMode", OneOf.of(DeviceSecurityMode.class))
                    .byDefault(DeviceSecurityMode.USE_SYSTEM_DEFAULT.name())
                    .after(RESET_DEVICE),
            field("load", Text.of(0, 64, "[A-Za-z0-9_.-]*", "problem.load"))
                    .byDefault("")
                    .after(RESET_DEVICE),
            field("userLocale", Text.of(2, 5, "[a-z]{2}(-[A-Z]{2})?", "problem.locale"))
                    .byDefault("en")
                    .after(RESET_DEVICE),
            UserKinds.lines(),
            UserKinds.speedDials(),
            field("softkeyTemplate", new Reference("softkeyTemplate")).after(RESTART_DEVICE),
            field("buttonTemplate", new Reference("phoneButtonTemplate")).after(RESTART_DEVICE),
            UserKinds.services(),
            field("extensionMobility", new Switch()).byDefault("false").after(RESTART_DEVICE),
            field("loggedInUser", Text.upTo(64)).changedBy(SYSTEM),
            field("loggedInProfile", Text.upTo(50)).changedBy(SYSTEM),
            field("loggedInAt", new Moment()).changedBy(SYSTEM),
            field("lastUser", Text.upTo(64)).byDefault("").changedBy(SYSTEM),
            field(
                            "modules",
                            new Rows(
                                    List.of(
                                            field("position", new Whole(1, ExpansionModule.MOST)),
                                            field("module", OneOf.of(ExpansionModule.class))
                                                    .mandatory()),
                                    "position",
                                    true,
                                    ExpansionModule.MOST))
                    .after(RESET_DEVICE),
            field("builtInBridge", OneOf.of(BuiltInBridge.class))
                    .byDefault(BuiltInBridge.DEFAULT.name())
                    .after(RESET_DEVICE),
            field("doNotDisturbOption", OneOf.of(DoNotDisturbOption.class))
                    .byDefault(DoNotDisturbOption.RINGER_OFF.name())
                    .changedBy(OPERATOR),
            field("doNotDisturb", new Switch()).byDefault("false").changedBy(OPERATOR),
            field("privacy", OneOf.of(PrivacySetting.class))
                    .byDefault(PrivacySetting.DEFAULT.name())
                    .changedBy(OPERATOR),
            field("loggedIntoHuntGroups", new Switch()).byDefault("true").changedBy(OPERATOR),
            field("pcPort", new Switch()).byDefault("true").after(RESET_DEVICE),
            field("settingsAccess", OneOf.of(SettingsAccess.class))
                    .byDefault(SettingsAccess.ENABLED.name())
                    .after(RESET_DEVICE),
            field("gratuitousArp", new Switch()).byDefault("true").after(RESET_DEVICE),
            field("pcVoiceVlanAccess", new Switch()).byDefault("true").after(RESET_DEVICE),
            field("webAccess", OneOf.of(WebAccess.class))
                    .byDefault(WebAccess.ENABLED.name())
                    .after(RESET_DEVICE),
            field("certificateOperation", OneOf.of(CertificateOperation.class))
                    .byDefault(CertificateOperation.NO_PENDING_OPERATION.name())
                    .after(RESET_DEVICE),
            field("authenticationMode", OneOf.of(AuthenticationMode.class))
                    .byDefault(AuthenticationMode.BY_NULL_STRING.name())
                    .after(RESET_DEVICE),
            field(
                            "authenticationString",
                            new Text(4, 10, java.util.regex.Pattern.compile("[0-9]*"), "capf.M02", "capf.M01"))
                    .masked(),
            field("keySize", new OneOf("KeySize", KeySize.all()))
                    .byDefault(KeySize.STANDARD.value())
                    .after(RESET_DEVICE),
            field("operationCompletesBy", new Deadline()),
            field("operationStatus", Text.upTo(128)).byDefault("").changedBy(SYSTEM));

    public static final ObjectKind DEVICE_PROFILE = UserKinds.DEVICE_PROFILE;
    public static final ObjectKind USER = UserKinds.USER;

    /** In the order in which they are written: what is referred to comes first. */
    private static final Map<String, ObjectKind> ALL = byName(
            NODE,
            CALL_MANAGER_GROUP,
            REGION,
            LOCATION,
            AUDIO_SOURCE,
            MEDIA_RESOURCE_GROUP,
            MEDIA_RESOURCE_GROUP_LIST,
            SRST_REFERENCE,
            SOFTKEY_TEMPLATE,
            PHONE_BUTTON_TEMPLATE,
            DEVICE_POOL,
            TIME_PERIOD,
            TIME_SCHEDULE,
            PARTITION,
            CALLING_SEARCH_SPACE,
            PICKUP_GROUP,
            CALL_PARK,
            DIRECTED_CALL_PARK,
            MEET_ME_NUMBER,
            ROUTE_FILTER,
            LINE,
            TRANSLATION_PATTERN,
            LINE_GROUP,
            HUNT_LIST,
            HUNT_PILOT,
            ROUTE_GROUP,
            ROUTE_LIST,
            ROUTE_PATTERN,
            MESSAGE_WAITING_NUMBER,
            AUTHORIZATION_CODE,
            CLIENT_MATTER_CODE,
            PHONE_SERVICE,
            PHONE,
            DEVICE_PROFILE,
            USER,
            ParameterKinds.ENTERPRISE,
            ParameterKinds.CALLMANAGER,
            ParameterKinds.TFTP,
            ParameterKinds.CAPF,
            ParameterKinds.TVS,
            ParameterKinds.CTL_PROVIDER,
            ParameterKinds.MEDIA_STREAMING,
            ParameterKinds.PHONE_SERVICES);

    private static Map<String, ObjectKind> byName(ObjectKind... kinds) {
        var byName = new LinkedHashMap<String, ObjectKind>();
        for (var kind : kinds) {
            byName.put(kind.name(), kind);
        }
        return Collections.unmodifiableMap(byName);
    }

    /** Every kind, what is referred to first. */
    public static List<ObjectKind> all() {
        return List.copyOf(ALL.values());
    }

    /** The kinds of which there are many objects. */
    public static List<ObjectKind> many() {
        return ALL.values().stream().filter(kind -> !kind.single()).toList();
    }

    /** The kinds that hold parameters. */
    public static List<ObjectKind> parameters() {
        return ALL.values().stream().filter(ObjectKind::single).toList();
    }

    /** The kind of this name. */
    public static Optional<ObjectKind> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The kind of this name, which is known to exist. */
    public static ObjectKind get(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("No such kind: " + name));
    }

    /** The kind whose list has this name. */
    public static Optional<ObjectKind> withPlural(String plural) {
        return ALL.values().stream()
                .filter(kind -> kind.plural().equals(plural))
                .findFirst();
    }
}
