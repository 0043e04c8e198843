package org.keyline.config.store;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Problem;

/** Rules of time periods: they end after they begin, on dates that exist. */
record TimePeriodRules() implements Rules {
    @Override
    public List<Problem> check(
            ConfigObject period, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var problems = new ArrayList<Problem>();
        var start = period.text("start");
        if (start.compareTo(period.text("end")) >= 0) {
            problems.add(problem(period, "end", "problem.endBeforeStart", start));
        }
        for (var date : List.of("firstDate", "lastDate")) {
            if (!exists(period.text(date))) {
                problems.add(problem(period, date, "problem.date"));
            }
        }
        return problems;
    }

    private static boolean exists(String date) {
        try {
            return MonthDay.parse("--" + date).isValidYear(2_000);
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static Problem problem(ConfigObject period, String field, String message, String... arguments) {
        return new Problem(period.kind().name(), period.key(), field, period.text(field), message, List.of(arguments));
    }
}
