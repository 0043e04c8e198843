package org.keyline.phoneservices.menu;

import java.util.ArrayList;
import java.util.List;
import org.keyline.model.page.PhonePage;
import org.keyline.model.page.PhonePage.Choice;
import org.keyline.model.page.PhonePage.Softkey;
import org.keyline.model.user.PhoneService;
import org.keyline.phoneservices.access.Visit;
import org.keyline.phoneservices.directory.CorporateDirectory;
import org.keyline.phoneservices.directory.PersonalDirectory;
import org.keyline.phoneservices.login.LoginPages;

/** What the buttons of a phone open first. */
public final class Menus {
    /** The page of the Services button. */
    public static final String SERVICES = "/services";

    /** The page of the Directories button. */
    public static final String DIRECTORIES = "/directories";

    private static final String FROM = "from";

    private Menus() {}

    /** The services a phone is subscribed to and, where users may log in, the login. */
    public static PhonePage services(Visit visit) {
        var choices = new ArrayList<Choice>();
        var subscription = visit.phone().subscription();
        if (subscription.extensionMobility()) {
            choices.add(new Choice(visit.texts().get("services.login"), visit.url(LoginPages.LOGIN)));
        }
        visit.configuration().services(visit.phone()).forEach(service -> choices.add(choice(service, visit)));
        return choices.isEmpty()
                ? visit.tells("services.title", visit.texts().get("services.none"))
                : menu(visit, "services.title", choices);
    }

    private static Choice choice(PhoneService service, Visit visit) {
        return new Choice(
                service.name(visit.phone().userLocale()),
                service.url(visit.phone().name().text()));
    }

    private static PhonePage menu(Visit visit, String title, List<Choice> choices) {
        var texts = visit.texts();
        int from = Math.min(visit.query().number(FROM, 0), choices.size());
        int to = Math.min(from + PhonePage.ENTRIES, choices.size());
        var keys = new ArrayList<Softkey>();
        keys.add(new Softkey(texts.get("key.select"), "SoftKey:Select"));
        if (to < choices.size()) {
            keys.add(new Softkey(texts.get("key.more"), visit.url(SERVICES, FROM, Integer.toString(to))));
        }
        keys.add(visit.exit());
        return new PhonePage.Menu(texts.get(title), texts.get("choose"), choices.subList(from, to), keys);
    }

    /** The directories of this server. Phones add their own lists of calls. */
    public static PhonePage directories(Visit visit) {
        var texts = visit.texts();
        return menu(
                visit,
                "directories.title",
                List.of(
                        new Choice(texts.get("directories.personal"), visit.url(PersonalDirectory.SIGN_IN)),
                        new Choice(texts.get("directories.corporate"), visit.url(CorporateDirectory.SEARCH))));
    }
}
