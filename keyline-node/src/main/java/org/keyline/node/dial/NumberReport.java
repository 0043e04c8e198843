package org.keyline.node.dial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.keyline.callcontrol.digits.Analysis;
import org.keyline.callcontrol.digits.Analysis.Matched;
import org.keyline.callcontrol.digits.Analysis.NeedMore;
import org.keyline.callcontrol.digits.Analysis.Unmatched;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.digits.Explanation;
import org.keyline.callcontrol.digits.Explanation.Standing;
import org.keyline.callcontrol.digits.FeatureNumber;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.Target;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.TaggedDigits;
import org.keyline.web.dial.NumberAnalyser.Answer.Explained;
import org.keyline.web.dial.NumberAnalyser.Candidate;
import org.keyline.web.dial.NumberAnalyser.Step;

/** An explanation of the dial plan in the reader's words. */
public final class NumberReport {
    private final Caller caller;
    private final DialPlanTexts texts;

    public NumberReport(Caller caller, Locale language) {
        this.caller = caller;
        this.texts = DialPlanTexts.in(language);
    }

    public Explained of(Explanation explanation) {
        return new Explained(
                verdict(explanation.result()),
                explanation.result().now().map(this::facts).orElse(List.of()),
                explanation.steps().stream().map(this::step).toList());
    }

    private String verdict(Analysis result) {
        return switch (result) {
            case Unmatched _ -> text("unmatched");
            case NeedMore(var now, var outsideDialTone) ->
                (now.isPresent() ? text("later", target(now.get())) : text("more"))
                        + (outsideDialTone ? " " + text("outside") : "");
            case Matched(var route) -> target(route);
        };
    }

    private String target(Route route) {
        return switch (route.target()) {
            case Destination(var line, var appearances) ->
                text(
                        appearances.isEmpty() ? "line.nowhere" : "line",
                        route.called(),
                        partition(line.partition()),
                        String.join(
                                ", ",
                                appearances.stream()
                                        .map(appearance -> appearance.device().text())
                                        .toList()));
            case Target.Hunt(var pilot, var groups) ->
                text(
                        groups.isEmpty() ? "hunt.nobody" : "hunt",
                        pilot.pattern(),
                        partition(pilot.partition()),
                        pilot.huntList(),
                        String.join(
                                ", ",
                                groups.stream()
                                        .map(group -> group.group().name())
                                        .toList()));
            case Target.Outside outside ->
                text(
                        outside.choices().isEmpty() ? "route.nowhere" : "route",
                        outside.pattern().pattern(),
                        partition(outside.pattern().partition()),
                        switch (outside.pattern().to()) {
                            case RoutePattern.Way.List(var list) -> list;
                            case RoutePattern.Way.Device(var device) -> device;
                        });
            case FeatureNumber.Pickup(var group) ->
                text("pickup", group.number(), partition(group.partition()), group.name());
            case FeatureNumber.MeetMe(var range) -> text("meetMe", route.called(), partition(range.partition()));
            case FeatureNumber.Park(var range, var _) -> text("park", route.called(), partition(range.partition()));
            case FeatureNumber.DirectedPark(var range) ->
                text("park.directed", route.called(), partition(range.partition()), range.retrievalPrefix());
            case FeatureNumber.Retrieval(var range) ->
                text(
                        "park.retrieval",
                        route.called().substring(range.retrievalPrefix().length()),
                        partition(range.partition()));
            case FeatureNumber.MessageWaiting(var number) ->
                text(
                        number.waiting() ? "messages.on" : "messages.off",
                        number.number().digits(),
                        partition(number.partition()));
            case Target.Blocked(var cause) -> text("blocked", cause.value());
            case Target.TooManyTranslations _ -> text("circle", DialPlan.MOST_TRANSLATIONS);
            case Target.NumberTooLong _ -> text("long", DialPlan.MOST_DIGITS);
        };
    }

    private List<String> facts(Route route) {
        var facts = new ArrayList<String>();
        if (route.emergency()) {
            facts.add(text("emergency"));
        }
        route.codes().authorizationLevel().ifPresent(level -> facts.add(text("authorization", level)));
        if (route.codes().clientMatter()) {
            facts.add(text("matter"));
        }
        if (route.target() instanceof Target.Hunt hunt) {
            hunt.groups().forEach(group -> group.loggedOut().forEach(member -> facts.add(loggedOut(group, member))));
        }
        if (route.target() instanceof Target.Outside outside) {
            outside.choices().forEach(choice -> facts.add(choice(route, outside, choice)));
        } else if (!caller.number().isEmpty()) {
            facts.add(text("calling", route.calling(caller.number(), caller.externalMask())));
        }
        return facts;
    }

    private String loggedOut(Target.Group group, Destination member) {
        var line = member.line();
        return text(
                "hunt.loggedOut",
                line.number().digits(),
                partition(line.partition()),
                group.group().name());
    }

    private String choice(Route route, Target.Outside outside, Target.Choice choice) {
        return text(
                "route.choice",
                choice.group().name().isEmpty() ? "—" : choice.group().name(),
                text("distribution." + choice.group().distribution()),
                String.join(", ", choice.group().devices()),
                route.called(outside, choice.member()),
                caller.number().isEmpty()
                        ? "—"
                        : route.calling(choice.member(), caller.number(), caller.externalMask()));
    }

    private Step step(Explanation.Step step) {
        var remarks = new ArrayList<String>();
        if (step.candidates().isEmpty()) {
            remarks.add(text("nothing"));
        } else if (step.candidates().stream().noneMatch(candidate -> candidate.standing() == Standing.WINS)) {
            remarks.add(text("none"));
        }
        step.candidates().stream()
                .filter(NumberReport::isPlanned)
                .forEach(candidate -> remarks.add(planned(candidate)));
        if (!step.dropped().isEmpty()) {
            remarks.add(text(
                    "dropped",
                    step.dropped().stream()
                            .map(each -> text("dropped.each", each.digits(), each.by()))
                            .collect(Collectors.joining(", "))));
        }
        step.hop().ifPresent(hop -> remarks.add(text("becomes", hop.before(), hop.after())));
        remarks.add(text(step.longer() ? "longer" : "complete"));
        return new Step(
                text("step", step.digits().isEmpty() ? "—" : step.digits()),
                step.candidates().stream().map(this::candidate).toList(),
                remarks);
    }

    /** Whether the parts of the number are told: it is in reach, and its pattern stands for a plan's numbers. */
    private static boolean isPlanned(Explanation.Candidate candidate) {
        return !candidate.parts().isEmpty()
                && candidate.standing() != Standing.NOT_REACHED
                && candidate.standing() != Standing.NOT_NOW;
    }

    private String planned(Explanation.Candidate candidate) {
        var parts = candidate.parts().stream().map(TaggedDigits::toString).collect(Collectors.joining(", "));
        return candidate
                .filter()
                .map(filter -> text("parts.filtered", candidate.pattern(), filter, parts))
                .orElseGet(() -> text("parts", candidate.pattern(), parts));
    }

    private Candidate candidate(Explanation.Candidate candidate) {
        return new Candidate(
                candidate.standing() == Standing.WINS,
                candidate.pattern(),
                partition(candidate.partition()),
                text("kind." + candidate.kind()),
                text("standing." + candidate.standing()));
    }

    private static String partition(String name) {
        return name.isEmpty() ? "<None>" : name;
    }

    private String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }
}
