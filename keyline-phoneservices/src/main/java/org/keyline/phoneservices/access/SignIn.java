package org.keyline.phoneservices.access;

import java.util.List;
import org.keyline.model.page.PhonePage;
import org.keyline.model.page.PhonePage.Characters;
import org.keyline.model.page.PhonePage.Field;
import org.keyline.model.page.PhonePage.Softkey;
import org.keyline.model.user.User;
import org.keyline.phoneservices.access.Credentials.Outcome;

/**
 * The form for user ID and PIN, and what follows.
 *
 * @param credentials checks them
 */
public record SignIn(Credentials credentials) {
    private static final String USER = "userid";
    private static final String PIN = "pin";

    /** What a user who signed in gets. */
    @FunctionalInterface
    public interface Next {
        PhonePage page(User user);
    }

    /** The form; what is entered goes to the page at {@code path}. */
    public PhonePage form(Visit visit, String title, String path, String user) {
        var texts = visit.texts();
        return new PhonePage.Form(
                texts.get(title),
                texts.get("sign.prompt"),
                visit.url(path),
                List.of(
                        new Field(texts.get("sign.user"), USER, user, Characters.ANY),
                        new Field(texts.get("sign.pin"), PIN, "", Characters.PIN)),
                List.of(
                        new Softkey(texts.get("key.submit"), "SoftKey:Submit"),
                        new Softkey(texts.get("key.erase"), "SoftKey:<<"),
                        visit.exit()));
    }

    /** Checks what was entered: what follows, or what was wrong. */
    public PhonePage check(Visit visit, Next next) {
        var query = visit.query();
        var outcome = credentials.pin(
                visit.configuration(),
                query.get(USER),
                query.get(PIN),
                visit.phone().name());
        var texts = visit.texts();
        return switch (outcome) {
            case Outcome.Accepted(var user) -> next.page(user);
            case Outcome.Wrong _ -> visit.tells("sign.title", texts.get("sign.wrong"));
            case Outcome.Wait(var left) -> visit.tells("sign.title", texts.get("sign.wait", left.toSeconds() + 1));
            case Outcome.Busy _ -> visit.tells("sign.title", texts.get("refused.busy"));
        };
    }
}
