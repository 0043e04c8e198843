package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.config.TestConfigurations.ADMIN;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.dial.PlanUse;
import org.keyline.model.dial.RouteFilter;
import org.keyline.model.dial.RouteFilter.Clause;
import org.keyline.model.dial.RouteFilter.Condition;
import org.keyline.model.dial.RouteFilter.Operator;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Texts;

/** Route filters, and the patterns that use them, as configuration. */
class RouteFilterFileTest {
    private static final String NEW_YORK = """
            routeFilters:
              - name: New York
                conditions:
                  - {tag: AREA_CODE, operator: EQUALS, value: "212"}
                  - {clause: 2, tag: SERVICE, operator: EXISTS}
                  - {clause: 2, tag: TRANSIT_NETWORK, operator: DOES_NOT_EXIST}
            """;

    @TempDir
    private Path directory;

    private Configuration configuration;

    @BeforeEach
    void open() {
        configuration = Configuration.open(directory, TestConfigurations.CLOCK);
        TestConfigurations.basics(configuration);
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    @Test
    void a_filter_is_read_as_it_was_written_and_written_as_it_was_read() {
        accepted(NEW_YORK + """
                routePatterns:
                  - {pattern: "9.@", device: GW1, routeFilter: New York, calledDiscard: PRE_AT_TEN_TEN_DIALING}
                translationPatterns:
                  - {pattern: "8@"}
                """);

        var plan = configuration.snapshots().current().numberPlan();
        assertThat(plan.routes().patterns())
                .extracting(RoutePattern::numbers)
                .containsExactly(PlanUse.NANP.filtered("New York"));
        assertThat(plan.routes().patterns())
                .extracting(RoutePattern::called)
                .extracting(CalledTransformation::discard)
                .containsExactly(DigitDiscard.PRE_AT_TEN_TEN_DIALING);
        assertThat(plan.translations()).allMatch(pattern -> pattern.numbers().equals(PlanUse.NANP));
        assertThat(plan.routes().filters().get("New York"))
                .isEqualTo(new RouteFilter(
                        "New York",
                        "",
                        "NANP",
                        List.of(
                                new Clause(List.of(Condition.equal(NumberTag.AREA_CODE, "212"))),
                                new Clause(List.of(
                                        Condition.of(NumberTag.SERVICE, Operator.EXISTS),
                                        Condition.of(NumberTag.TRANSIT_NETWORK, Operator.DOES_NOT_EXIST))))));

        var written = configuration.file().export(Locale.ENGLISH);
        accepted(written);
        assertThat(configuration.file().export(Locale.ENGLISH))
                .isEqualTo(written)
                .contains("New York");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{tag: AREA_CODE, operator: EQUALS}                     | “” is no value of a part; digits, X, sets",
                "{tag: AREA_CODE, operator: EQUALS, value: '[5-2]'}     | “[5-2]” is no value of a part",
                "{tag: AREA_CODE, operator: EQUALS, value: 'abc'}       | is no value of a part",
                "{tag: AREA_CODE, operator: EQUALS, value: '12'}        | No number of the numbering plan satisfies clause 1",
                "{clause: 3, tag: AREA_CODE, operator: EQUALS, value: '112'} | No number of the numbering plan satisfies clause 3",
                "{tag: AREA_CODE, operator: EXISTS, value: '212'}       | choose == or leave the value empty",
                "{tag: AREA_CODE, operator: EXISTS}, {tag: AREA_CODE, operator: EQUALS, value: '212'} | A clause speaks of AREA-CODE twice",
                "{tag: AREA_CODE, operator: EXISTS}, {tag: SERVICE, operator: EXISTS} | parts that exclude each other",
                "{tag: AREA_CODE}                                       | operator",
                "{tag: PIZZA, operator: EXISTS}                         | AREA_CODE, COUNTRY_CODE",
                "{clause: 11, tag: SERVICE, operator: EXISTS}           | 10"
            })
    void a_filter_that_makes_no_sense_says_why(String conditions, String why) {
        assertThat(refused("routeFilters: [{name: Odd, conditions: [" + conditions + "]}]"))
                .singleElement()
                .asString()
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "routePatterns: [{pattern: '9.!', device: GW1, routeFilter: New York}] | take the filter “New York” away or add the @",
                "translationPatterns: [{pattern: '9!', routeFilter: New York}]         | take the filter “New York” away or add the @",
                "routePatterns: [{pattern: '9.!', device: GW1, calledDiscard: PRE_AT}] | it is for patterns that end with @",
                "routePatterns: [{pattern: '9.!', device: GW1, calledDiscard: PRE_DOT_INTL_TOLL_BYPASS}] | it is for patterns that end with @",
                "routePatterns: [{pattern: '9!@', device: GW1}]                        | @ at the end of route and translation patterns after digits, X and sets",
                "routePatterns: [{pattern: '9@1', device: GW1}]                        | is not a pattern",
                "routePatterns: [{pattern: '9.@', device: GW1, numberingPlan: MOON}]   | NANP",
                "routePatterns: [{pattern: '9.!', routeList: City}]                    | The route list “City” discards parts",
                "routePatterns: [{pattern: '9.@', device: GW1, routeFilter: Nowhere}]  | Nowhere",
                "lines: [{number: '9@'}]                                               | 9@"
            })
    void what_is_said_of_numbering_plans_needs_one(String pattern, String why) {
        accepted(NEW_YORK + """
                routeGroups: [{name: Local}]
                routeLists: [{name: City, members: [{routeGroup: Local, calledDiscard: ELEVEN_TO_TEN}]}]
                """);

        assertThat(refused(pattern)).singleElement().asString().contains(why);
    }

    @Test
    void a_route_list_does_not_begin_to_need_a_numbering_plan_while_others_use_it() {
        accepted("""
                routeGroups: [{name: Local}]
                routeLists: [{name: City, members: [{routeGroup: Local}]}]
                routePatterns: [{pattern: "8.!", routeList: City}, {pattern: "9.@", routeList: City}]
                """);

        assertThat(refused("routeLists: [{name: City, members: [{routeGroup: Local, calledDiscard: PRE_AT}]}]"))
                .singleElement()
                .asString()
                .contains("The pattern “8.!” uses this route list and has no @");
    }

    @Test
    void a_filter_in_use_is_not_removed() {
        accepted(NEW_YORK + "routePatterns: [{pattern: '9.@', device: GW1, routeFilter: New York}]");

        assertThat(configuration.store().apply(List.of(new Edit.Remove(Kinds.ROUTE_FILTER, "New York")), ADMIN))
                .isInstanceOfSatisfying(
                        SaveResult.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.sentence(Texts.in(Locale.ENGLISH)))
                                        .contains("Route filter New York")
                                        .contains("9.@")));
    }

    private void accepted(String text) {
        assertThat(imported(text)).isInstanceOf(ImportResult.Imported.class);
    }

    private List<String> refused(String text) {
        return switch (imported(text)) {
            case ImportResult.Imported _ -> List.of();
            case ImportResult.Rejected(var problems) ->
                problems.stream()
                        .map(problem -> problem.text(Texts.in(Locale.ENGLISH)))
                        .toList();
        };
    }

    private ImportResult imported(String text) {
        return configuration
                .file()
                .importText(text.contains("keyline: 1") ? text : "keyline: 1\n" + text, ImportMode.MERGE, ADMIN);
    }
}
