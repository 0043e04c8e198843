package org.keyline.model.schema;

import static org.keyline.model.schema.Field.field;
import static org.keyline.model.schema.Field.key;
import static org.keyline.model.schema.Permission.OPERATOR;
import static org.keyline.model.schema.TextTypes.DESCRIPTION;
import static org.keyline.model.schema.TextTypes.DEVICE_NAME;
import static org.keyline.model.schema.TextTypes.DIGITS;
import static org.keyline.model.schema.TextTypes.LABEL;
import static org.keyline.model.schema.TextTypes.NAME;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.LineGroup.Distribution;
import org.keyline.model.dial.LineGroup.Onward;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.dial.PickupNotice;
import org.keyline.model.dial.PlanUse;
import org.keyline.model.dial.ReleaseCause;
import org.keyline.model.dial.RouteFilter;
import org.keyline.model.dial.RouteGroup;
import org.keyline.model.numbering.NumberingPlans;
import org.keyline.model.schema.FieldType.OneOf;
import org.keyline.model.schema.FieldType.Reference;
import org.keyline.model.schema.FieldType.References;
import org.keyline.model.schema.FieldType.Rows;
import org.keyline.model.schema.FieldType.Switch;
import org.keyline.model.schema.FieldType.Text;
import org.keyline.model.schema.FieldType.Whole;
import org.keyline.model.security.SecurityClass;

/** The kinds of objects that numbers and their routing are made of, beside lines. */
final class DialKinds {
    private static final Text PATTERN = Text.of(1, 50, "[0-9*#A-DX!.?+\\[\\]^\\\\-]*", "problem.pattern");
    private static final Text PLAN_PATTERN = Text.of(1, 50, "[0-9*#A-DX!.?+\\[\\]^\\\\-]*@?", "problem.pattern");
    private static final Text PLAN_PATTERN_OR_NONE =
            Text.of(0, 50, "[0-9*#A-DX!.?+\\[\\]^\\\\-]*@?", "problem.pattern");
    private static final Text FILTER_VALUE = Text.of(0, 24, "[0-9*#X!?+\\[\\]^-]*", "problem.filterValue");
    private static final Text PARK_RANGE = Text.of(1, 24, "[0-9*#A-DX\\[\\]^-]*", "problem.parkRange");
    static final Text MASK = Text.of(0, 50, "[0-9*#+X]*", "problem.mask");
    private static final Text PREFIX = Text.of(0, 50, "[0-9*#+]*", "problem.prefix");
    private static final Text TIME = Text.of(5, 5, "([01][0-9]|2[0-3]):[0-5][0-9]|24:00", "problem.time");
    private static final Text DATE = Text.of(5, 5, "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "problem.date");
    private static final Text CODE = Text.of(1, 16, "[0-9]*", "problem.code");
    private static final OneOf DAY = OneOf.of(DayOfWeek.class);
    private static final OneOf ONWARD = OneOf.of(Onward.class);
    private static final List<String> PICKUP_NOTIFICATIONS =
            Arrays.stream(PickupNotice.Policy.values()).map(Enum::name).toList();
    private static final OneOf HUNT_FORWARD =
            new OneOf("HuntForward", List.of("NONE", "NUMBER", "PERSONAL_PREFERENCES"));

    static final ObjectKind TIME_PERIOD = ObjectKind.many(
            "timePeriod",
            "timePeriods",
            "time_periods",
            key("name", NAME),
            field("officeHours", new Switch()).byDefault("true"),
            field("start", TIME).byDefault("00:00"),
            field("end", TIME).byDefault("24:00"),
            field("repeats", new OneOf("Repeats", List.of("WEEK", "YEAR"))).byDefault("WEEK"),
            field("firstDay", DAY).byDefault(DayOfWeek.MONDAY.name()),
            field("lastDay", DAY).byDefault(DayOfWeek.SUNDAY.name()),
            field("firstDate", DATE).byDefault("01-01"),
            field("lastDate", DATE).byDefault("12-31"));

    static final ObjectKind TIME_SCHEDULE = ObjectKind.many(
            "timeSchedule",
            "timeSchedules",
            "time_schedules",
            key("name", NAME),
            field("periods", new References("timePeriod", 100)));

    static final ObjectKind PICKUP_GROUP = ObjectKind.many(
            "pickupGroup",
            "pickupGroups",
            "pickup_groups",
            key("number", DIGITS),
            key("partition", new Reference("partition")).optionalKey(),
            field("name", LABEL).byDefault("").changedBy(OPERATOR),
            field("others", new References("pickupGroup", 10)),
            field("notificationPolicy", new OneOf("PickupNotification", PICKUP_NOTIFICATIONS))
                    .byDefault(PickupNotice.Policy.NONE.name()),
            field("notificationTimer", new Whole(1, 300)).byDefault("6"),
            field("notifyCallingParty", new Switch()).byDefault("true"),
            field("notifyCalledParty", new Switch()).byDefault("true"));

    static final ObjectKind CALL_PARK = ObjectKind.many(
            "callPark",
            "callParks",
            "call_parks",
            key("pattern", PARK_RANGE),
            key("partition", new Reference("partition")).optionalKey(),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR));

    static final ObjectKind DIRECTED_CALL_PARK = ObjectKind.many(
            "directedCallPark",
            "directedCallParks",
            "directed_call_parks",
            key("pattern", PARK_RANGE),
            key("partition", new Reference("partition")).optionalKey(),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("retrievalPrefix", Text.of(1, 10, "[0-9*#]*", "problem.retrievalPrefix"))
                    .mandatory(),
            field("reversionNumber", DIGITS),
            field("reversionSearchSpace", new Reference("callingSearchSpace")));

    static final ObjectKind MEET_ME_NUMBER = ObjectKind.many(
            "meetMeNumber",
            "meetMeNumbers",
            "meet_me_numbers",
            key("pattern", PARK_RANGE),
            key("partition", new Reference("partition")).optionalKey(),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("minimumSecurity", OneOf.of(SecurityClass.class)).byDefault(SecurityClass.NON_SECURE.name()));

    static final ObjectKind TRANSLATION_PATTERN = ObjectKind.many(
            "translationPattern",
            "translationPatterns",
            "translation_patterns",
            pattern(
                    PLAN_PATTERN_OR_NONE,
                    treatment("true"),
                    numberingPlan(),
                    routeFilter(),
                    field("emergency", new Switch()).byDefault("false"),
                    field("callingSearchSpace", new Reference("callingSearchSpace"))));

    static final ObjectKind LINE_GROUP = ObjectKind.many(
            "lineGroup",
            "lineGroups",
            "line_groups",
            key("name", NAME),
            field("distribution", OneOf.of(Distribution.class)).byDefault(Distribution.LONGEST_IDLE.name()),
            field("noAnswerAfter", new Whole(1, 300)).byDefault("10"),
            field("onNoAnswer", ONWARD).byDefault(Onward.NEXT_MEMBER_THEN_NEXT_GROUP.name()),
            field("onBusy", ONWARD).byDefault(Onward.NEXT_MEMBER_THEN_NEXT_GROUP.name()),
            field("onNotAvailable", ONWARD).byDefault(Onward.NEXT_MEMBER_THEN_NEXT_GROUP.name()),
            field("members", new References("line", 500)));

    static final ObjectKind HUNT_LIST = ObjectKind.many(
            "huntList",
            "huntLists",
            "hunt_lists",
            key("name", NAME),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("enabled", new Switch()).byDefault("true"),
            field("lineGroups", new References("lineGroup", 100)));

    static final ObjectKind HUNT_PILOT = ObjectKind.many(
            "huntPilot",
            "huntPilots",
            "hunt_pilots",
            pattern(
                    PATTERN,
                    treatment("false"),
                    field("huntList", new Reference("huntList")).mandatory(),
                    field("alertingName", LABEL).byDefault("").changedBy(OPERATOR),
                    field("maximumHuntTime", new Whole(1, 3_600)).byDefault("1800"),
                    field("noAnswerForward", HUNT_FORWARD).byDefault("NONE"),
                    field("noAnswerNumber", DIGITS),
                    field("noAnswerSearchSpace", new Reference("callingSearchSpace")),
                    field("busyForward", HUNT_FORWARD).byDefault("NONE"),
                    field("busyNumber", DIGITS),
                    field("busySearchSpace", new Reference("callingSearchSpace"))));

    static final ObjectKind ROUTE_GROUP = ObjectKind.many(
            "routeGroup",
            "routeGroups",
            "route_groups",
            key("name", NAME),
            field("distribution", new OneOf("RouteDistribution", List.of("TOP_DOWN", "CIRCULAR")))
                    .byDefault(RouteGroup.Distribution.TOP_DOWN.name()),
            field(
                    "devices",
                    new Rows(
                            List.of(
                                    field("position", new Whole(1, 100)),
                                    field("device", DEVICE_NAME).mandatory()),
                            "position",
                            true,
                            100)));

    static final ObjectKind ROUTE_LIST = ObjectKind.many(
            "routeList",
            "routeLists",
            "route_lists",
            key("name", NAME),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("enabled", new Switch()).byDefault("true"),
            field(
                    "members",
                    new Rows(
                            List.of(
                                    field("position", new Whole(1, 100)),
                                    field("routeGroup", new Reference("routeGroup"))
                                            .mandatory(),
                                    field("calledDiscard", OneOf.of(DigitDiscard.class)),
                                    field("calledMask", MASK),
                                    field("calledPrefix", PREFIX),
                                    field("callingExternalMask", new OneOf("OnOff", List.of("ON", "OFF"))),
                                    field("callingMask", MASK),
                                    field("callingPrefix", PREFIX)),
                            "position",
                            true,
                            100)));

    static final ObjectKind ROUTE_PATTERN = ObjectKind.many(
            "routePattern",
            "routePatterns",
            "route_patterns",
            pattern(
                    PLAN_PATTERN,
                    treatment("false", "true"),
                    numberingPlan(),
                    routeFilter(),
                    field("routeList", new Reference("routeList")),
                    field("device", DEVICE_NAME),
                    field("classification", new OneOf("Classification", List.of("OFF_NET", "ON_NET")))
                            .byDefault("OFF_NET")));

    static final ObjectKind ROUTE_FILTER = ObjectKind.many(
            "routeFilter",
            "routeFilters",
            "route_filters",
            key("name", NAME),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            numberingPlan(),
            field(
                    "conditions",
                    new Rows(
                            List.of(
                                    field("position", new Whole(1, 100)),
                                    field("clause", new Whole(1, RouteFilter.MOST_CLAUSES)),
                                    field("tag", OneOf.of(NumberTag.class)).mandatory(),
                                    field("operator", OneOf.of(RouteFilter.Operator.class))
                                            .mandatory(),
                                    field("value", FILTER_VALUE)),
                            "position",
                            true,
                            100)));

    static final ObjectKind MESSAGE_WAITING_NUMBER = ObjectKind.many(
            "messageWaitingNumber",
            "messageWaitingNumbers",
            "message_waiting_numbers",
            key("number", DIGITS),
            key("partition", new Reference("partition")).optionalKey(),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("indicator", new OneOf("MessageWaitingIndicator", List.of("ON", "OFF")))
                    .mandatory(),
            field("callingSearchSpace", new Reference("callingSearchSpace")));

    static final ObjectKind AUTHORIZATION_CODE = ObjectKind.many(
            "authorizationCode",
            "authorizationCodes",
            "authorization_codes",
            key("name", NAME),
            field("code", CODE).mandatory(),
            field("level", new Whole(0, 255)).byDefault("0"));

    static final ObjectKind CLIENT_MATTER_CODE = ObjectKind.many(
            "clientMatterCode",
            "clientMatterCodes",
            "client_matter_codes",
            key("code", CODE),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR));

    private DialKinds() {}

    private static Field numberingPlan() {
        return field("numberingPlan", new OneOf("NumberingPlan", NumberingPlans.names()))
                .byDefault(PlanUse.DEFAULT_PLAN);
    }

    private static Field routeFilter() {
        return field("routeFilter", new Reference("routeFilter"));
    }

    /** What every pattern has: its key, its own fields, how it treats calls, and how it changes numbers. */
    private static Field[] pattern(Text form, List<Field> treatment, Field... own) {
        var fields = new ArrayList<Field>();
        fields.add(key("pattern", form));
        fields.add(key("partition", new Reference("partition")).optionalKey());
        fields.add(field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR));
        fields.addAll(Arrays.asList(own));
        fields.addAll(treatment);
        fields.add(field("calledDiscard", OneOf.of(DigitDiscard.class)).byDefault(DigitDiscard.NONE.name()));
        fields.add(field("calledMask", MASK).byDefault(""));
        fields.add(field("calledPrefix", PREFIX).byDefault(""));
        fields.add(field("callingExternalMask", new Switch()).byDefault("false"));
        fields.add(field("callingMask", MASK).byDefault(""));
        fields.add(field("callingPrefix", PREFIX).byDefault(""));
        return fields.toArray(Field[]::new);
    }

    private static List<Field> treatment(String urgent) {
        return treatment(urgent, "false");
    }

    private static List<Field> treatment(String urgent, String outsideDialTone) {
        return List.of(
                field("urgent", new Switch()).byDefault(urgent),
                field("outsideDialTone", new Switch()).byDefault(outsideDialTone),
                field("block", new Switch()).byDefault("false"),
                field("releaseClause", OneOf.of(ReleaseCause.class)).byDefault(ReleaseCause.NO_ERROR.name()),
                field("authorizationCode", new Switch()).byDefault("false"),
                field("authorizationLevel", new Whole(0, 255)).byDefault("0"),
                field("clientMatterCode", new Switch()).byDefault("false"));
    }
}
