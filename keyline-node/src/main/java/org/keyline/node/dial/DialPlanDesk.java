package org.keyline.node.dial;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.digits.Explanation;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.dial.DialKeys;
import org.keyline.web.dial.NumberAnalyser;

/**
 * Answers questions about the dial plan in force.
 *
 * @param snapshot the configuration in force
 * @param plan what is compiled from it
 * @param clock what time it is when none is asked for
 */
public record DialPlanDesk(Supplier<ConfigSnapshot> snapshot, Supplier<DialPlan> plan, InstantSource clock)
        implements NumberAnalyser {
    /** An explanation for whom it holds, or why the question cannot be answered. */
    public sealed interface Finding {
        record Found(Caller caller, Explanation explanation) implements Finding {}

        /**
         * @param message the key of a text
         * @param about what of the question is meant
         */
        record NotUnderstood(String message, String about) implements Finding {
            /** The reason, in words. */
            public String text(Locale language) {
                return DialPlanTexts.in(language).text(message, about);
            }
        }
    }

    /** What the plan says, for programs. */
    public Finding find(Question question) {
        var caller = Caller.of(question.from(), snapshot.get());
        if (caller.isEmpty()) {
            return new Finding.NotUnderstood("caller", question.from());
        }
        if (!canBeDialled(question.digits())) {
            return new Finding.NotUnderstood("digits", question.digits());
        }
        var at = question.at().isBlank()
                ? Optional.of(clock.instant())
                : caller.get().time(question.at());
        return at.<Finding>map(time -> new Finding.Found(
                        caller.get(), plan.get().explain(caller.get().order(), question.digits(), time)))
                .orElseGet(() -> new Finding.NotUnderstood("time", question.at()));
    }

    private static boolean canBeDialled(String digits) {
        return digits.length() <= DialPlan.MOST_DIGITS && digits.chars().allMatch(key -> DialKeys.of((char) key) >= 0);
    }

    @Override
    public Answer analyse(Question question, Locale language) {
        return switch (find(question)) {
            case Finding.Found(var caller, var explanation) -> new NumberReport(caller, language).of(explanation);
            case Finding.NotUnderstood not -> new Answer.NotUnderstood(not.text(language));
        };
    }
}
