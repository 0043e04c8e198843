package org.keyline.config.store;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.schema.OperationCompletesBy;
import org.keyline.model.schema.Permission;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.DeviceSecurityMode;

/** Rules of phones: busy triggers, what the model supports, certificate operations. */
record PhoneRules() implements Rules {
    private static final String OPERATION = "certificateOperation";
    private static final String STATUS = "operationStatus";
    private static final String COMPLETES_BY = "operationCompletesBy";

    @Override
    public Map<String, Value> defaults(Map<String, Value> given, Workspace workspace) {
        return Optional.ofNullable(given.get("model"))
                .filter(_ -> !given.containsKey(KeySizeRules.FIELD))
                .flatMap(model -> PhoneModels.byName(model.text()))
                .map(model -> Map.of(
                        KeySizeRules.FIELD,
                        Value.of(KeySizeRules.ofNewPhone(model, workspace).value())))
                .orElse(Map.of());
    }

    @Override
    public ConfigObject derive(ConfigObject phone, Optional<ConfigObject> before, Workspace workspace, Clock clock) {
        return withOperation(withoutLoginWhereOff(phone), workspace, clock);
    }

    /** Nobody is logged in where users may not log in. */
    private static ConfigObject withoutLoginWhereOff(ConfigObject phone) {
        return phone.flag("extensionMobility")
                ? phone
                : phone.without("loggedInUser").without("loggedInProfile").without("loggedInAt");
    }

    /** A pending operation has its status and its deadline; one that is taken back loses the status. */
    private static ConfigObject withOperation(ConfigObject phone, Workspace workspace, Clock clock) {
        var operation = operation(phone);
        if (operation == CertificateOperation.NO_PENDING_OPERATION) {
            return isPendingStatus(phone.text(STATUS)) ? phone.with(STATUS, Value.of("")) : phone;
        }
        var pending = phone.with(STATUS, Value.of(operation.pending()));
        if (pending.value(COMPLETES_BY).isPresent()) {
            return pending;
        }
        int days = workspace.parameters("enterprise").number("capfOperationExpiresInDays");
        var deadline = clock.instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
        return pending.with(COMPLETES_BY, new Value.Moment(deadline));
    }

    private static boolean isPendingStatus(String status) {
        for (var operation : CertificateOperation.values()) {
            if (!status.isEmpty() && status.equals(operation.pending())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Problem> check(
            ConfigObject phone, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var problems = new ArrayList<Problem>();
        busyTriggers(phone, problems);
        PhoneModels.byName(phone.text("model")).ifPresent(model -> {
            modelSupports(phone, model, problems);
            problems.addAll(KeySizeRules.check(phone, before, model, workspace));
            problems.addAll(ButtonRules.checkPhone(phone, model, workspace));
        });
        stringIsThere(phone, problems);
        if (author.permission() != Permission.SYSTEM) {
            notInThePast(phone, before, clock, problems);
        }
        return problems;
    }

    static void busyTriggers(ConfigObject phone, List<Problem> problems) {
        var lines = phone.rows("lines");
        for (int i = 0; i < lines.size(); i++) {
            int most = ConfigObject.number(lines.get(i).values(), "maxCalls");
            int trigger = ConfigObject.number(lines.get(i).values(), "busyTrigger");
            if (trigger > most) {
                problems.add(problem(
                        phone,
                        "lines[" + (i + 1) + "].busyTrigger",
                        Integer.toString(trigger),
                        "problem.busyTrigger",
                        Integer.toString(most)));
            }
        }
    }

    /** Options depend on the model (spec PH-027, PH-028). */
    private static void modelSupports(ConfigObject phone, PhoneModel model, List<Problem> problems) {
        var allowed = DeviceSecurityOptions.of(model);
        var mode = phone.text("securityMode");
        if (allowed.stream().noneMatch(option -> option.name().equals(mode))) {
            problems.add(problem(
                    phone,
                    "securityMode",
                    mode,
                    "problem.modelSecurity",
                    model.name(),
                    String.join(", ", allowed.stream().map(Enum::name).toList())));
        }
        boolean holdsCertificates = model.supports(SecurityFeature.LSC)
                || (operation(phone) == CertificateOperation.TROUBLESHOOT && model.supports(SecurityFeature.MIC));
        if (operation(phone) != CertificateOperation.NO_PENDING_OPERATION && !holdsCertificates) {
            problems.add(problem(phone, OPERATION, phone.text(OPERATION), "problem.modelCapf", model.name()));
        }
    }

    private static void stringIsThere(ConfigObject phone, List<Problem> problems) {
        if (operation(phone) != CertificateOperation.NO_PENDING_OPERATION
                && phone.text("authenticationMode").equals(AuthenticationMode.BY_AUTHENTICATION_STRING.name())
                && phone.value("authenticationString").isEmpty()) {
            problems.add(problem(phone, "authenticationString", "", "problem.stringNeeded"));
        }
    }

    private static void notInThePast(
            ConfigObject phone, Optional<ConfigObject> before, Clock clock, List<Problem> problems) {
        var asked = phone.value(COMPLETES_BY);
        if (asked.equals(before.flatMap(was -> was.value(COMPLETES_BY)))) {
            return;
        }
        if (asked.orElse(null) instanceof Value.Moment(var deadline)) {
            OperationCompletesBy.inThePast(deadline, clock.instant(), clock.getZone())
                    .ifPresent(
                            fault -> problems.add(problem(phone, COMPLETES_BY, deadline.toString(), fault.message())));
        }
    }

    @Override
    public List<Notice> notices(ConfigObject phone, Optional<ConfigObject> before, Workspace workspace) {
        var notices = new ArrayList<Notice>();
        var model = PhoneModels.byName(phone.text("model"));
        if (model.isPresent() && bargeFails(phone, model.get(), workspace)) {
            notices.add(notice(phone, "phone.M01"));
        }
        if (model.isPresent() && !model.get().supports(SecurityFeature.MIC)) {
            withoutMic(phone, workspace, notices);
        }
        if (model.isPresent()
                && model.get().supports(SecurityFeature.LSC)
                && KeySizeRules.isLeftOver(phone, workspace)) {
            notices.add(notice(phone, "notice.shortKey"));
        }
        if (operation(phone) == CertificateOperation.DELETE && hasForeignLsc(phone, workspace)) {
            notices.add(notice(phone, "notice.revoke"));
        }
        if (!workspace.isBulk()) {
            notices.addAll(SharedLineNotices.of(phone, workspace));
        }
        return notices;
    }

    /** Whether somebody else than CAPF issued its LSC (spec CAPF-055): CAPF's common name begins with its own name. */
    private static boolean hasForeignLsc(ConfigObject phone, Workspace workspace) {
        return workspace
                .handle()
                .createQuery("SELECT issuer FROM phone_certificates WHERE device = ? AND certificate_kind = 'LSC'")
                .bind(0, phone.key())
                .mapTo(String.class)
                .findOne()
                .filter(issuer -> !issuer.contains("CN=CAPF-"))
                .isPresent();
    }

    /** Encryption and the built-in bridge do not go together on the 7940 and 7960 (spec OV-29, PH-052). */
    private static boolean bargeFails(ConfigObject phone, PhoneModel model, Workspace workspace) {
        if (model.deviceType() != SEVEN_NINE_SIXTY && model.deviceType() != SEVEN_NINE_FORTY) {
            return false;
        }
        var bridge = phone.text("builtInBridge");
        boolean bridgeOn = bridge.equals("ON")
                || (bridge.equals("DEFAULT")
                        && workspace.parameters("callmanager").flag("builtInBridgeEnable"));
        return bridgeOn && mode(phone, workspace).equals(DeviceSecurityMode.ENCRYPTED.name());
    }

    private static final int SEVEN_NINE_SIXTY = 7;
    private static final int SEVEN_NINE_FORTY = 8;

    /** The mode asked for: its own, or the system default. */
    static String mode(ConfigObject phone, Workspace workspace) {
        var own = phone.text("securityMode");
        return own.equals(DeviceSecurityMode.USE_SYSTEM_DEFAULT.name())
                ? workspace.parameters("enterprise").text("deviceSecurityMode")
                : own;
    }

    /** A phone without a MIC needs an LSC for a secure mode (spec CAPF-052, PH-019). */
    private static void withoutMic(ConfigObject phone, Workspace workspace, List<Notice> notices) {
        if (mode(phone, workspace).equals(DeviceSecurityMode.NON_SECURE.name())) {
            return;
        }
        if (operation(phone) == CertificateOperation.DELETE) {
            notices.add(notice(phone, "notice.deleteGuard"));
        } else if (!workspace.isBulk() && !hasCertificate(phone, workspace)) {
            notices.add(notice(phone, "notice.certificateNeeded"));
        }
    }

    private static boolean hasCertificate(ConfigObject phone, Workspace workspace) {
        return workspace
                .handle()
                .createQuery("SELECT 1 FROM phone_certificates WHERE device = ? LIMIT 1")
                .bind(0, phone.key())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static CertificateOperation operation(ConfigObject phone) {
        for (var operation : CertificateOperation.values()) {
            if (operation.name().equals(phone.text(OPERATION))) {
                return operation;
            }
        }
        return CertificateOperation.NO_PENDING_OPERATION;
    }

    private static Notice notice(ConfigObject phone, String message) {
        return new Notice(phone.kind().name(), phone.key(), message);
    }

    private static Problem problem(
            ConfigObject phone, String field, String value, String message, String... arguments) {
        return new Problem(phone.kind().name(), phone.key(), field, value, message, List.of(arguments));
    }
}
