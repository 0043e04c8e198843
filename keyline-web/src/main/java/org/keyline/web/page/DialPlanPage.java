package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.Configuration;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Texts;
import org.keyline.web.dial.NumberAnalyser;
import org.keyline.web.dial.NumberAnalyser.Answer;
import org.keyline.web.dial.NumberAnalyser.Question;
import org.keyline.web.object.Section;
import org.keyline.web.object.Section.Group;

/** The dial plan: the dialled number analyser, and beside it everything a number can be. */
final class DialPlanPage {
    private static final Section SECTION = new Section(
            "/dialplan",
            "dialplan",
            List.of(
                    new Group(
                            "dialplan.group.numbers",
                            List.of(
                                    Kinds.LINE,
                                    Kinds.TRANSLATION_PATTERN,
                                    Kinds.HUNT_PILOT,
                                    Kinds.HUNT_LIST,
                                    Kinds.LINE_GROUP)),
                    new Group(
                            "dialplan.group.features",
                            List.of(
                                    Kinds.PICKUP_GROUP,
                                    Kinds.CALL_PARK,
                                    Kinds.DIRECTED_CALL_PARK,
                                    Kinds.MEET_ME_NUMBER,
                                    Kinds.MESSAGE_WAITING_NUMBER)),
                    new Group(
                            "dialplan.group.out",
                            List.of(Kinds.ROUTE_PATTERN, Kinds.ROUTE_FILTER, Kinds.ROUTE_LIST, Kinds.ROUTE_GROUP)),
                    new Group(
                            "dialplan.group.rules",
                            List.of(
                                    Kinds.PARTITION,
                                    Kinds.CALLING_SEARCH_SPACE,
                                    Kinds.TIME_SCHEDULE,
                                    Kinds.TIME_PERIOD,
                                    Kinds.AUTHORIZATION_CODE,
                                    Kinds.CLIENT_MATTER_CODE))),
            true);

    private final NumberAnalyser analyser;
    private final ObjectsPage objects;
    private final Pages pages;

    DialPlanPage(Configuration configuration, NumberAnalyser analyser, Pages pages) {
        this.analyser = analyser;
        this.objects = new ObjectsPage(SECTION, configuration, pages);
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get(SECTION.path(), this::analyse);
        objects.register(routes);
    }

    private void analyse(Context ctx) {
        var question =
                new Question(SrstDesk.given(ctx, "from"), SrstDesk.given(ctx, "digits"), SrstDesk.given(ctx, "at"));
        var language = pages.texts(ctx).language().locale();
        var answer = ctx.queryParam("digits") == null
                ? Optional.<Answer>empty()
                : Optional.of(analyser.analyse(question, language));
        pages.render(
                ctx,
                SECTION.active(),
                "dialplan.jte",
                Map.of(
                        "section", SECTION,
                        "schema", Texts.in(language),
                        "question", question,
                        "answer", answer));
    }
}
