package org.keyline.config.snapshot;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Optional;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.dial.AuthorizationCode;
import org.keyline.model.dial.CallPark;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CallingTransformation;
import org.keyline.model.dial.ClientMatterCode;
import org.keyline.model.dial.CodeDemand;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.HuntList;
import org.keyline.model.dial.HuntPilot;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.LineGroup.Distribution;
import org.keyline.model.dial.LineGroup.Onward;
import org.keyline.model.dial.MeetMeNumber;
import org.keyline.model.dial.MessageWaitingNumber;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.PickupNotice;
import org.keyline.model.dial.ReleaseCause;
import org.keyline.model.dial.TimePeriod;
import org.keyline.model.dial.TimePeriod.Days;
import org.keyline.model.dial.TimePeriod.Hours;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;
import org.keyline.model.schema.Value;
import org.keyline.model.security.SecurityClass;

/** Turns stored objects of the number plan, whose fields are known to be right, into the records of the model. */
final class NumberPlanRecords {
    private NumberPlanRecords() {}

    static TranslationPattern translation(ConfigObject pattern) {
        return new TranslationPattern(
                pattern.text("pattern"),
                pattern.text("partition"),
                pattern.text("description"),
                RouteFilterRecords.numbers(pattern),
                text(pattern, "callingSearchSpace"),
                called(pattern),
                calling(pattern),
                treatment(pattern));
    }

    static HuntPilot huntPilot(ConfigObject pilot) {
        return new HuntPilot(
                pilot.text("pattern"),
                pilot.text("partition"),
                pilot.text("description"),
                pilot.text("alertingName"),
                pilot.text("huntList"),
                Duration.ofSeconds(pilot.number("maximumHuntTime")),
                forward(pilot, "noAnswer"),
                forward(pilot, "busy"),
                called(pilot),
                calling(pilot),
                treatment(pilot));
    }

    static HuntList huntList(ConfigObject list) {
        return new HuntList(
                list.text("name"), list.text("description"), list.flag("enabled"), list.names("lineGroups"));
    }

    static LineGroup lineGroup(ConfigObject group) {
        return new LineGroup(
                group.text("name"),
                Distribution.valueOf(group.text("distribution")),
                Duration.ofSeconds(group.number("noAnswerAfter")),
                Onward.valueOf(group.text("onNoAnswer")),
                Onward.valueOf(group.text("onBusy")),
                Onward.valueOf(group.text("onNotAvailable")),
                group.names("members").stream().map(NumberPlanRecords::member).toList());
    }

    private static LineGroup.Member member(String key) {
        var line = NumberKey.of(key);
        return new LineGroup.Member(line.line(), line.partition());
    }

    static PickupGroup pickupGroup(ConfigObject group) {
        return new PickupGroup(
                group.text("number"),
                group.text("partition"),
                group.text("name"),
                group.names("others"),
                new PickupNotice(
                        PickupNotice.Policy.valueOf(group.text("notificationPolicy")),
                        Duration.ofSeconds(group.number("notificationTimer")),
                        group.flag("notifyCallingParty"),
                        group.flag("notifyCalledParty")));
    }

    static CallPark callPark(ConfigObject park) {
        return new CallPark(park.text("pattern"), park.text("partition"), park.text("description"));
    }

    static DirectedCallPark directedCallPark(ConfigObject park) {
        return new DirectedCallPark(
                park.text("pattern"),
                park.text("partition"),
                park.text("description"),
                park.text("retrievalPrefix"),
                text(park, "reversionNumber").map(number -> new Forward(number, text(park, "reversionSearchSpace"))));
    }

    static MeetMeNumber meetMe(ConfigObject range) {
        return new MeetMeNumber(
                range.text("pattern"),
                range.text("partition"),
                range.text("description"),
                SecurityClass.valueOf(range.text("minimumSecurity")));
    }

    static TimePeriod timePeriod(ConfigObject period) {
        return new TimePeriod(
                period.text("name"),
                period.flag("officeHours")
                        ? Optional.of(new Hours(time(period.text("start")), time(period.text("end"))))
                        : Optional.empty(),
                period.text("repeats").equals("WEEK") ? weekly(period) : yearly(period));
    }

    private static Days weekly(ConfigObject period) {
        var last = DayOfWeek.valueOf(period.text("lastDay"));
        var days = EnumSet.of(last);
        for (var day = DayOfWeek.valueOf(period.text("firstDay")); day != last; day = day.plus(1)) {
            days.add(day);
        }
        return new Days.Weekly(days);
    }

    private static Days yearly(ConfigObject period) {
        return new Days.Yearly(date(period.text("firstDate")), date(period.text("lastDate")));
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static MonthDay date(String text) {
        return MonthDay.parse("--" + text);
    }

    static MessageWaitingNumber messageWaiting(ConfigObject number) {
        return new MessageWaitingNumber(
                new DirectoryNumber(number.text("number")),
                number.text("partition"),
                number.text("description"),
                number.text("indicator").equals("ON"),
                text(number, "callingSearchSpace"));
    }

    static AuthorizationCode authorizationCode(ConfigObject code) {
        return new AuthorizationCode(code.text("name"), code.text("code"), code.number("level"));
    }

    static ClientMatterCode clientMatterCode(ConfigObject code) {
        return new ClientMatterCode(code.text("code"), code.text("description"));
    }

    static CalledTransformation called(ConfigObject pattern) {
        return new CalledTransformation(
                DigitDiscard.valueOf(pattern.text("calledDiscard")),
                pattern.text("calledMask"),
                pattern.text("calledPrefix"));
    }

    static CallingTransformation calling(ConfigObject pattern) {
        return new CallingTransformation(
                pattern.flag("callingExternalMask"), pattern.text("callingMask"), pattern.text("callingPrefix"));
    }

    static Treatment treatment(ConfigObject pattern) {
        return new Treatment(
                pattern.flag("urgent"),
                pattern.flag("outsideDialTone"),
                pattern.flag("emergency"),
                pattern.flag("block")
                        ? Optional.of(ReleaseCause.valueOf(pattern.text("releaseClause")))
                        : Optional.empty(),
                new CodeDemand(
                        pattern.flag("authorizationCode")
                                ? Optional.of(pattern.number("authorizationLevel"))
                                : Optional.empty(),
                        pattern.flag("clientMatterCode")));
    }

    private static HuntPilot.Forward forward(ConfigObject pilot, String when) {
        return switch (pilot.text(when + "Forward")) {
            case "NUMBER" -> new HuntPilot.Forward.To(pilot.text(when + "Number"), text(pilot, when + "SearchSpace"));
            case "PERSONAL_PREFERENCES" -> new HuntPilot.Forward.PersonalPreferences();
            default -> new HuntPilot.Forward.None();
        };
    }

    private static Optional<String> text(ConfigObject object, String field) {
        return object.value(field).map(Value::text);
    }
}
