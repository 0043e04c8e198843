package org.keyline.model.schema;

import static org.keyline.model.schema.AfterChange.RESET_ALL_DEVICES;
import static org.keyline.model.schema.AfterChange.RESTART_CALLMANAGER;
import static org.keyline.model.schema.AfterChange.RESTART_CAPF;
import static org.keyline.model.schema.AfterChange.RESTART_CTL_PROVIDER;
import static org.keyline.model.schema.AfterChange.RESTART_MEDIA_STREAMING;
import static org.keyline.model.schema.AfterChange.RESTART_PHONE_SERVICES;
import static org.keyline.model.schema.AfterChange.RESTART_TFTP;
import static org.keyline.model.schema.AfterChange.RESTART_TVS;
import static org.keyline.model.schema.Field.field;
import static org.keyline.model.schema.Permission.CTL_CLIENT;
import static org.keyline.model.schema.TextTypes.NAME;

import java.util.List;
import org.keyline.model.schema.FieldType.OneOf;
import org.keyline.model.schema.FieldType.Reference;
import org.keyline.model.schema.FieldType.Switch;
import org.keyline.model.schema.FieldType.Text;
import org.keyline.model.schema.FieldType.Whole;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.security.ExpiredMicPolicy;
import org.keyline.model.security.KeySize;

/** Enterprise parameters and the parameters of each service. Every one has a default. */
final class ParameterKinds {
    private ParameterKinds() {}

    private static final Text URL = Text.of(0, 255, "|https?://[\\x21-\\x7E]+", "problem.url");

    private static final OneOf TRACE_LEVEL = new OneOf("TraceLevel", List.of("NORMAL", "DETAILED"));

    private static final OneOf CALL_DIAGNOSTICS =
            new OneOf("CallDiagnostics", List.of("DISABLED", "WHEN_CDR_ENABLED", "ALWAYS"));

    /** From 224.0.1.0, above what networks use themselves, to 239.255.254.255, which leaves room to count. */
    private static final String MULTICAST_ADDRESS =
            "(?!224\\.0\\.0\\.|239\\.255\\.255\\.)(22[4-9]|23[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}";

    private static final String DIRECTORIES = "(/[^;\\p{Cntrl}]+(;/[^;\\p{Cntrl}]+)*)?";

    static final ObjectKind ENTERPRISE = ObjectKind.single(
            "enterprise",
            field("clusterSecurityMode", OneOf.of(ClusterSecurityMode.class))
                    .byDefault("NON_SECURE")
                    .changedBy(CTL_CLIENT)
                    .after(RESET_ALL_DEVICES, RESTART_CALLMANAGER),
            field(
                            "deviceSecurityMode",
                            new OneOf("SystemDeviceSecurityMode", List.of("NON_SECURE", "AUTHENTICATED", "ENCRYPTED")))
                    .byDefault("NON_SECURE")
                    .after(RESET_ALL_DEVICES, RESTART_CALLMANAGER),
            field("clusterId", Text.of(1, 50, "[A-Za-z0-9.-]+", "problem.clusterId"))
                    .byDefault("StandAloneCluster"),
            field("expiredMics", OneOf.of(ExpiredMicPolicy.class)).byDefault("OFF"),
            field("capfPhonePort", new Whole(1, 65_535)).byDefault("3804").after(RESET_ALL_DEVICES, RESTART_CAPF),
            field("capfOperationExpiresInDays", new Whole(1, 365))
                    .byDefault("10")
                    .after(RESET_ALL_DEVICES, RESTART_CAPF),
            field("connectionMonitorDuration", new Whole(0, 2_592_000))
                    .byDefault("120")
                    .after(RESET_ALL_DEVICES),
            field("authenticationUrl", URL).byDefault("").after(RESET_ALL_DEVICES),
            field("directoryUrl", URL).byDefault("").after(RESET_ALL_DEVICES),
            field("idleUrl", URL).byDefault("").after(RESET_ALL_DEVICES),
            field("idleTimeout", new Whole(0, 604_800)).byDefault("0").after(RESET_ALL_DEVICES),
            field("informationUrl", URL).byDefault("").after(RESET_ALL_DEVICES),
            field("messagesUrl", URL).byDefault("").after(RESET_ALL_DEVICES),
            field("servicesUrl", URL).byDefault("").after(RESET_ALL_DEVICES),
            field("proxyServerUrl", Text.of(0, 255, "[\\x21-\\x7E]*", "problem.url"))
                    .byDefault("")
                    .after(RESET_ALL_DEVICES));

    static final ObjectKind CALLMANAGER = ObjectKind.single(
            "callmanager",
            field("t302", new Whole(3_000, 600_000)).byDefault("15000"),
            field("offHookToFirstDigit", new Whole(3_000, 600_000)).byDefault("15000"),
            field("noAnswer", new Whole(5, 3_600)).byDefault("180"),
            field("forwardNoAnswer", new Whole(1, 300)).byDefault("12"),
            field("forwardMaximumHops", new Whole(1, 60)).byDefault("12"),
            field("maximumAdHocConference", new Whole(3, 64)).byDefault("4"),
            field("maximumMeetMeConference", new Whole(1, 64)).byDefault("4"),
            field("dropAdHocConference", new Switch()).byDefault("false"),
            field("transferOnHook", new Switch()).byDefault("false"),
            field("stopRoutingOnBusy", new Switch()).byDefault("true"),
            field("stopRoutingOnUnallocated", new Switch()).byDefault("true"),
            field("stopRoutingOnOutOfBandwidth", new Switch()).byDefault("false"),
            field("cdrEnabled", new Switch()).byDefault("false"),
            field("cdrLogZeroDuration", new Switch()).byDefault("false"),
            field("callDiagnostics", CALL_DIAGNOSTICS).byDefault("DISABLED"),
            field("cdrKeepDays", new Whole(1, 3_650)).byDefault("30"),
            field("cdrDiskMegabytes", new Whole(1, 1_000_000)).byDefault("1024"),
            field("autoCallPickup", new Switch()).byDefault("false"),
            field("callPickupNoAnswer", new Whole(1, 300)).byDefault("12"),
            field("pickupAlertInCalls", new Switch()).byDefault("false"),
            field("callParkDisplay", new Whole(1, 100)).byDefault("10"),
            field("callParkReversion", new Whole(1, 3_600)).byDefault("60"),
            field("callTraceKeepDays", new Whole(1, 3_650)).byDefault("7"),
            field("callTraceMegabytes", new Whole(1, 100_000)).byDefault("64"),
            field("voiceMailPilot", Text.of(0, 50, "[0-9*#+]*", "problem.digits"))
                    .byDefault(""),
            field("holdReversionDuration", new Whole(0, 1_200)).byDefault("0"),
            field("holdReversionInterval", new Whole(0, 1_200)).byDefault("30"),
            field("useLegacyImmediateDivert", new Switch()).byDefault("true"),
            field("callBackEnabled", new Switch()).byDefault("true"),
            field("callBackDuration", new Whole(60, 86_400)).byDefault("1800"),
            field("failWithoutTrustedRelayPoint", new Switch()).byDefault("false"),
            field("failWithoutMediaTerminationPoint", new Switch()).byDefault("false"),
            field("userHoldSource", NAME).byDefault("default"),
            field("networkHoldSource", NAME).byDefault("default"),
            field("keepAliveInterval", new Whole(15, 120)).byDefault("30").after(RESET_ALL_DEVICES),
            field("enblocDialling", new Switch()).byDefault("true"),
            field("builtInBridgeEnable", new Switch()).byDefault("false").after(RESET_ALL_DEVICES),
            field("privacySetting", new Switch()).byDefault("true"),
            field("enforcePrivacyOnHeldCalls", new Switch()).byDefault("false"));

    static final ObjectKind TFTP = ObjectKind.single(
            "tftp",
            field("cachingEnabled", new Switch()).byDefault("true").after(RESTART_TFTP),
            field("signatureDigest", new OneOf("SignatureDigest", List.of("SHA1", "SHA512")))
                    .byDefault("SHA1")
                    .after(RESTART_TFTP, RESET_ALL_DEVICES),
            field("encryptedConfiguration", new Switch()).byDefault("false").after(RESTART_TFTP, RESET_ALL_DEVICES),
            field("maximumTransfers", new Whole(1, 100_000)).byDefault("5000").after(RESTART_TFTP),
            field("alternateFileLocations", Text.of(0, 1_024, DIRECTORIES, "problem.directories"))
                    .byDefault(""));

    static final ObjectKind CAPF = ObjectKind.single(
            "capf",
            field(
                            "certificateIssuer",
                            new OneOf("CertificateIssuer", List.of("CAPF", "KEON", "MICROSOFT", "SCEP", "EST")))
                    .byDefault("CAPF")
                    .after(RESTART_CAPF),
            field("durationOfCertificateValidityYears", new Whole(1, 20))
                    .byDefault("5")
                    .after(RESTART_CAPF),
            field("keySize", new OneOf("KeySize", KeySize.all()))
                    .byDefault(KeySize.STANDARD.value())
                    .after(RESTART_CAPF),
            field("maxKeyGenerationMinutes", new Whole(1, 240)).byDefault("30").after(RESTART_CAPF),
            field("maxKeyGenerationAttempts", new Whole(1, 10)).byDefault("3").after(RESTART_CAPF),
            field("keonJurisdictionId", Text.of(0, 64, "[A-Za-z0-9]*", "problem.jurisdiction"))
                    .byDefault("")
                    .after(RESTART_CAPF),
            field("scepPort", new Whole(1, 65_535)).byDefault("80").after(RESTART_CAPF),
            field("estPort", new Whole(1, 65_535)).byDefault("443").after(RESTART_CAPF),
            field("certificateAuthorityAddress", Text.of(0, 128, "[A-Za-z0-9.:-]*", "problem.host"))
                    .byDefault("")
                    .after(RESTART_CAPF),
            field("certificateAuthorityPath", Text.of(0, 255, "|/[\\x21-\\x7E&&[^?#%]]*", "problem.path"))
                    .byDefault("")
                    .after(RESTART_CAPF),
            field(
                            "certificateAuthorityFingerprint",
                            Text.of(0, 95, "|([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}", "problem.fingerprint"))
                    .byDefault("")
                    .after(RESTART_CAPF),
            field("certificateAuthorityUser", Text.of(0, 64, "[^:\\p{Cntrl}]*", "problem.user"))
                    .byDefault("")
                    .after(RESTART_CAPF),
            field("certificateAuthorityPassword", Text.upTo(128))
                    .byDefault("")
                    .masked()
                    .after(RESTART_CAPF),
            field("certificateAuthorityWaitMinutes", new Whole(1, 60))
                    .byDefault("5")
                    .after(RESTART_CAPF),
            field("traceLevel", TRACE_LEVEL).byDefault("NORMAL"));

    static final ObjectKind TVS = ObjectKind.single(
            "tvs",
            field("port", new Whole(1, 65_535)).byDefault("2445").after(RESTART_TVS, RESET_ALL_DEVICES),
            field("timeToLiveSeconds", new Whole(1, 2_592_000)).byDefault("86400"));

    static final ObjectKind CTL_PROVIDER = ObjectKind.single(
            "ctlProvider",
            field("portNumber", new Whole(1_026, 32_767, "ctlProvider.M02", "ctlProvider.M03"))
                    .byDefault("2444")
                    .after(RESTART_CTL_PROVIDER),
            field("traceLevel", TRACE_LEVEL).byDefault("NORMAL"));

    static final ObjectKind MEDIA_STREAMING = ObjectKind.single(
            "mediaStreaming",
            field("secureMedia", new Switch()).byDefault("true"),
            field("announcements", new Switch()).byDefault("false"),
            field("devicePool", new Reference("devicePool")).byDefault("Default"),
            field("conferencePorts", new Whole(0, 10_000)).byDefault("48").after(RESTART_MEDIA_STREAMING),
            field("musicPorts", new Whole(0, 10_000)).byDefault("250").after(RESTART_MEDIA_STREAMING),
            field("annunciatorPorts", new Whole(0, 10_000)).byDefault("48").after(RESTART_MEDIA_STREAMING),
            field("terminationCalls", new Whole(0, 10_000)).byDefault("24").after(RESTART_MEDIA_STREAMING),
            field("firstUdpPort", new Whole(1_024, 65_000)).byDefault("16384").after(RESTART_MEDIA_STREAMING),
            field("lastUdpPort", new Whole(1_025, 65_535)).byDefault("32767").after(RESTART_MEDIA_STREAMING),
            field("multicast", new Switch()).byDefault("false").after(RESTART_MEDIA_STREAMING),
            field("multicastAddress", Text.of(9, 15, MULTICAST_ADDRESS, "problem.multicastAddress"))
                    .byDefault("239.1.1.1")
                    .after(RESTART_MEDIA_STREAMING),
            field("multicastPort", new Whole(1_024, 65_000)).byDefault("16384").after(RESTART_MEDIA_STREAMING),
            field("multicastStep", new OneOf("MulticastStep", List.of("ADDRESS", "PORT")))
                    .byDefault("ADDRESS")
                    .after(RESTART_MEDIA_STREAMING),
            field("multicastHops", new Whole(1, 255)).byDefault("2").after(RESTART_MEDIA_STREAMING));

    static final ObjectKind PHONE_SERVICES = ObjectKind.single(
            "ipPhoneServices",
            field("plainHttp", new Switch()).byDefault("false").after(RESTART_PHONE_SERVICES, RESET_ALL_DEVICES),
            field("httpPort", new Whole(1, 65_535)).byDefault("8080").after(RESTART_PHONE_SERVICES, RESET_ALL_DEVICES),
            field("https", new Switch()).byDefault("false").after(RESTART_PHONE_SERVICES, RESET_ALL_DEVICES),
            field("httpsPort", new Whole(1, 65_535)).byDefault("8444").after(RESTART_PHONE_SERVICES, RESET_ALL_DEVICES),
            field("maximumLoginMinutes", new Whole(0, 10_080)).byDefault("480"),
            field("multipleLogins", new OneOf("MultipleLogins", List.of("NOT_ALLOWED", "ALLOWED", "AUTO_LOGOUT")))
                    .byDefault("NOT_ALLOWED"),
            field("rememberLastUser", new Switch()).byDefault("false"));
}
