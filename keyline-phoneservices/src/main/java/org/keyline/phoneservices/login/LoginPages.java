package org.keyline.phoneservices.login;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.keyline.model.device.Subscription.Login;
import org.keyline.model.page.PhonePage;
import org.keyline.model.page.PhonePage.Choice;
import org.keyline.model.page.PhonePage.Softkey;
import org.keyline.model.server.DevicePool;
import org.keyline.model.user.User;
import org.keyline.phoneservices.access.SignIn;
import org.keyline.phoneservices.access.Tickets;
import org.keyline.phoneservices.access.Visit;
import org.keyline.phoneservices.login.ExtensionMobility.Outcome;

/**
 * The pages on which users log in and out.
 *
 * @param mobility does it
 * @param signIn asks for the PIN
 * @param tickets remember who signed in while a profile is chosen
 */
public record LoginPages(ExtensionMobility mobility, SignIn signIn, Tickets tickets) {
    /** The form, or who is logged in. */
    public static final String LOGIN = "/login";

    /** Where what the user entered is checked. */
    public static final String CHECK = "/login/sign";

    /** Logs in with the profile that was chosen. */
    public static final String CHOSEN = "/login/profile";

    /** Logs out. */
    public static final String LOGOUT = "/logout";

    private static final String PROFILE = "profile";
    private static final String TITLE = "login.title";
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** The form; or who is logged in, and the key to log out. */
    public PhonePage login(Visit visit) {
        var subscription = visit.phone().subscription();
        if (!subscription.extensionMobility()) {
            return tells(visit, "login.off");
        }
        var remembers = visit.configuration().parameters().flag("ipPhoneServices.rememberLastUser");
        return subscription
                .login()
                .map(login -> loggedIn(visit, login))
                .orElseGet(() -> signIn.form(visit, TITLE, CHECK, remembers ? subscription.lastUser() : ""));
    }

    private static PhonePage tells(Visit visit, String text, Object... arguments) {
        return visit.tells(TITLE, visit.texts().get(text, arguments));
    }

    private static PhonePage loggedIn(Visit visit, Login login) {
        var texts = visit.texts();
        var text = texts.get("login.is", name(visit, login.user()))
                + ExtensionMobility.end(visit.configuration(), login)
                        .map(end -> "\n" + texts.get("login.until", UNTIL.format(end.atZone(zone(visit)))))
                        .orElse("");
        return new PhonePage.Text(
                texts.get(TITLE),
                "",
                text,
                List.of(new Softkey(texts.get("key.logout"), visit.url(LOGOUT)), visit.exit()));
    }

    private static String name(Visit visit, String user) {
        return Optional.ofNullable(visit.configuration().people().users().get(user))
                .map(User::name)
                .orElse(user);
    }

    /** As the phone's own clock. */
    private static ZoneId zone(Visit visit) {
        return Optional.ofNullable(
                        visit.configuration().devicePools().get(visit.phone().devicePool()))
                .map(DevicePool::timeZone)
                .map(ZoneId::of)
                .orElse(ZoneId.of("Etc/UTC"));
    }

    /** Checks the PIN: logs in, or asks for the profile where there are several. */
    public PhonePage check(Visit visit) {
        if (!visit.phone().subscription().extensionMobility()) {
            return tells(visit, "login.off");
        }
        return signIn.check(visit, user -> choose(visit, user));
    }

    private PhonePage choose(Visit visit, User user) {
        var profiles = ExtensionMobility.profiles(visit.configuration(), user.id());
        return switch (profiles.size()) {
            case 0 -> tells(visit, "login.noprofile");
            case 1 -> logIn(visit, user, profiles.getFirst());
            default -> profiles(visit, user, profiles);
        };
    }

    private PhonePage profiles(Visit visit, User user, List<String> profiles) {
        var texts = visit.texts();
        var ticket = tickets.issue(visit.phone().name(), user);
        var choices = profiles.stream()
                .map(profile -> new Choice(
                        profile, visit.url(CHOSEN, Tickets.PARAMETER, ticket, PROFILE, number(profiles, profile))))
                .toList();
        return new PhonePage.Menu(
                texts.get(TITLE),
                texts.get("login.profiles"),
                choices,
                List.of(new Softkey(texts.get("key.select"), "SoftKey:Select"), visit.exit()));
    }

    /** The address names a profile by its place: a name in Japanese would be longer than phones take. */
    private static String number(List<String> profiles, String profile) {
        return Integer.toString(profiles.indexOf(profile));
    }

    /** Logs in with the profile that was chosen. */
    public PhonePage chosen(Visit visit) {
        var user = tickets.holder(visit);
        if (user.isEmpty()) {
            return signIn.form(visit, "sign.again", CHECK, "");
        }
        int place = visit.query().number(PROFILE, Integer.MAX_VALUE);
        return user.get().profiles().stream()
                .skip(place)
                .findFirst()
                .map(profile -> logIn(visit, user.get(), profile))
                .orElseGet(() -> tells(visit, "login.noprofile"));
    }

    private PhonePage logIn(Visit visit, User user, String profile) {
        return switch (mobility.logIn(visit.phone().name(), user.id(), profile)) {
            case Outcome.LoggedIn _ -> tells(visit, "login.done");
            case Outcome.Elsewhere(var phone) -> tells(visit, "login.elsewhere", phone);
            case Outcome.Taken _ -> tells(visit, "login.other");
            case Outcome.NotOffered _ -> tells(visit, "login.noprofile");
        };
    }

    /** Logs out. */
    public PhonePage logout(Visit visit) {
        return mobility.logOut(visit.phone().name()) ? tells(visit, "logout.done") : tells(visit, "logout.nobody");
    }
}
