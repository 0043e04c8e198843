package org.keyline.model.schema;

import static org.keyline.model.schema.AfterChange.RESTART_DEVICE;
import static org.keyline.model.schema.Field.field;
import static org.keyline.model.schema.Field.key;
import static org.keyline.model.schema.Permission.OPERATOR;
import static org.keyline.model.schema.TextTypes.DESCRIPTION;
import static org.keyline.model.schema.TextTypes.DIGITS;
import static org.keyline.model.schema.TextTypes.LABEL;
import static org.keyline.model.schema.TextTypes.NAME;

import java.util.List;
import org.keyline.model.schema.FieldType.Reference;
import org.keyline.model.schema.FieldType.References;
import org.keyline.model.schema.FieldType.Rows;
import org.keyline.model.schema.FieldType.Switch;
import org.keyline.model.schema.FieldType.Text;
import org.keyline.model.schema.FieldType.Whole;

/** Users, their profiles, services of phones, and the fields that phones and profiles have in common. */
final class UserKinds {
    private UserKinds() {}

    private static final Text USER_ID = Text.of(1, 64, "[A-Za-z0-9._@-]*", "problem.userId");
    private static final Text SLOT = Text.of(0, 76, "|\\+?[0-9*#A-D]{1,24}(@[^@]{1,50})?", "problem.slot");
    private static final Text TELEPHONE = Text.of(0, 25, "|\\+?[0-9*#]{1,24}", "problem.digits");
    private static final Text LOCALE = Text.of(2, 5, "[a-z]{2}(-[A-Z]{2})?", "problem.locale");
    private static final Text SERVICE_URL = Text.of(1, 255, "https?://[\\x21-\\x7E]+", "problem.serviceUrl");
    private static final Text PIN = Text.of(4, 20, "[0-9]*", "problem.pin");
    private static final Text PASSWORD = Text.of(8, 64, "[\\x20-\\x7E]*", "problem.userPassword");

    /** Services in a phone's menu. */
    private static final int MOST_SERVICES = 100;

    static final ObjectKind PHONE_SERVICE = ObjectKind.many(
            "phoneService",
            "phoneServices",
            "phone_services",
            key("name", NAME).after(RESTART_DEVICE),
            field("japaneseName", LABEL).byDefault("").after(RESTART_DEVICE),
            field("url", SERVICE_URL).mandatory().after(RESTART_DEVICE),
            field("enabled", new Switch()).byDefault("true").after(RESTART_DEVICE));

    static final ObjectKind DEVICE_PROFILE = ObjectKind.many(
            "deviceProfile",
            "deviceProfiles",
            "device_profiles",
            key("name", NAME),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            lines(),
            speedDials(),
            field("softkeyTemplate", new Reference("softkeyTemplate")).after(RESTART_DEVICE),
            field("buttonTemplate", new Reference("phoneButtonTemplate")).after(RESTART_DEVICE),
            field("userLocale", LOCALE).after(RESTART_DEVICE),
            services());

    static final ObjectKind USER = ObjectKind.many(
            "user",
            "users",
            "users",
            key("id", USER_ID),
            field("firstName", Text.upTo(50)).byDefault("").changedBy(OPERATOR),
            field("lastName", Text.upTo(50)).mandatory().changedBy(OPERATOR),
            field("telephone", TELEPHONE).byDefault("").changedBy(OPERATOR),
            field("primaryLine", new Reference("line")),
            field("devices", new References("phone", 100)),
            field("profiles", new References("deviceProfile", 32)),
            Field.hashOf("pin", PIN),
            Field.hashOf("password", PASSWORD),
            field(
                            "addressBook",
                            new Rows(
                                    List.of(
                                            field("index", new Whole(1, 99)),
                                            field("name", Text.of(1, 50, "\\P{Cntrl}*", "problem.characters"))
                                                    .mandatory(),
                                            field("number", DIGITS).mandatory()),
                                    "index",
                                    true,
                                    99))
                    .changedBy(OPERATOR));

    /** The lines of a phone or a profile. */
    static Field lines() {
        return field(
                        "lines",
                        new Rows(
                                List.of(
                                        field("instance", new Whole(1, 255)),
                                        field("line", new Reference("line")).mandatory(),
                                        field("display", LABEL).byDefault(""),
                                        field("label", LABEL).byDefault(""),
                                        field("maxCalls", new Whole(1, 200)).byDefault("4"),
                                        field("busyTrigger", new Whole(1, 200)).byDefault("2"),
                                        field("externalMask", DialKinds.MASK).byDefault("")),
                                "instance",
                                true,
                                200))
                .after(RESTART_DEVICE);
    }

    /** The speed dials of a phone or a profile. */
    static Field speedDials() {
        return field(
                        "speedDials",
                        new Rows(
                                List.of(
                                        field("instance", new Whole(1, 255)),
                                        field("digits", DIGITS).mandatory(),
                                        field("label", LABEL).byDefault(""),
                                        field("watches", new Reference("line")),
                                        field("watchesSlot", SLOT).byDefault("")),
                                "instance",
                                true,
                                200))
                .after(RESTART_DEVICE)
                .changedBy(OPERATOR);
    }

    /** The services a phone or a profile is subscribed to. */
    static Field services() {
        return field("services", new References("phoneService", MOST_SERVICES)).after(RESTART_DEVICE);
    }
}
