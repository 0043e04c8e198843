package org.keyline.phoneservices.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.keyline.config.setup.AddressBook;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.SaveResult;
import org.keyline.model.page.PhonePage;
import org.keyline.model.page.PhonePage.Characters;
import org.keyline.model.page.PhonePage.Choice;
import org.keyline.model.page.PhonePage.Field;
import org.keyline.model.page.PhonePage.Listing;
import org.keyline.model.page.PhonePage.Softkey;
import org.keyline.model.user.Contact;
import org.keyline.model.user.User;
import org.keyline.phoneservices.access.SignIn;
import org.keyline.phoneservices.access.Tickets;
import org.keyline.phoneservices.access.Visit;

/**
 * A user's own numbers, after the PIN or, where the user is logged in at the phone, at once: dialled, added, changed,
 * deleted.
 *
 * @param store keeps them
 * @param signIn asks for the PIN
 * @param tickets spare the user the PIN from page to page
 */
public record PersonalDirectory(ConfigStore store, SignIn signIn, Tickets tickets) {
    /** Where a user signs in. */
    public static final String SIGN_IN = "/personal";

    /** Where what the user entered is checked. */
    public static final String CHECK = "/personal/sign";

    /** All entries. */
    public static final String LIST = "/personal/list";

    /** One entry. */
    public static final String ENTRY = "/personal/entry";

    /** A form for one entry. */
    public static final String EDIT = "/personal/edit";

    /** Keeps what stands in the form. */
    public static final String SAVE = "/personal/save";

    /** Deletes an entry. */
    public static final String DELETE = "/personal/delete";

    private static final String INDEX = "index";
    private static final String FROM = "from";
    private static final String NAME = "name";
    private static final String NUMBER = "number";
    private static final String TITLE = "personal.title";

    /** The entries of who is logged in at the phone; the form for user ID and PIN where nobody is. */
    public PhonePage signIn(Visit visit) {
        return visit.phone()
                .subscription()
                .login()
                .map(login -> visit.configuration().people().users().get(login.user()))
                .map(user -> list(visit, user, tickets.issue(visit.phone().name(), user)))
                .orElseGet(() -> signIn.form(visit, TITLE, CHECK, ""));
    }

    /** Checks the PIN, and shows the entries. */
    public PhonePage check(Visit visit) {
        return signIn.check(
                visit, user -> list(visit, user, tickets.issue(visit.phone().name(), user)));
    }

    private PhonePage signedIn(Visit visit, Function<User, PhonePage> page) {
        return tickets.holder(visit).map(page).orElseGet(() -> signIn.form(visit, "sign.again", CHECK, ""));
    }

    /** The entries of who signed in. */
    public PhonePage list(Visit visit) {
        return signedIn(visit, user -> list(visit, user, visit.query().get(Tickets.PARAMETER)));
    }

    private static PhonePage list(Visit visit, User user, String ticket) {
        var texts = visit.texts();
        var book = user.addressBook();
        var fresh = new Softkey(texts.get("key.new"), visit.url(EDIT, Tickets.PARAMETER, ticket));
        if (book.isEmpty()) {
            return new PhonePage.Text(texts.get(TITLE), "", texts.get("personal.none"), List.of(fresh, visit.exit()));
        }
        int from = Math.min(visit.query().number(FROM, 0), book.size() - 1);
        int to = Math.min(from + PhonePage.ENTRIES, book.size());
        var keys =
                new ArrayList<>(List.of(new Softkey(texts.get("key.select"), "SoftKey:Select"), fresh, visit.exit()));
        if (to < book.size()) {
            keys.add(new Softkey(
                    texts.get("key.more"), visit.url(LIST, Tickets.PARAMETER, ticket, FROM, Integer.toString(to))));
        }
        return new PhonePage.Menu(
                texts.get(TITLE),
                texts.get("choose"),
                book.subList(from, to).stream()
                        .map(contact -> new Choice(contact.name(), at(visit, ENTRY, ticket, contact)))
                        .toList(),
                keys);
    }

    private static String at(Visit visit, String path, String ticket, Contact contact) {
        return visit.url(path, Tickets.PARAMETER, ticket, INDEX, Integer.toString(contact.index()));
    }

    /** One entry, to be dialled, changed or deleted. */
    public PhonePage entry(Visit visit) {
        return signedIn(
                visit,
                user -> contact(visit, user)
                        .map(contact -> entry(visit, contact))
                        .orElseGet(() -> gone(visit)));
    }

    private static PhonePage entry(Visit visit, Contact contact) {
        var texts = visit.texts();
        var ticket = visit.query().get(Tickets.PARAMETER);
        var keys = new ArrayList<>(CorporateDirectory.dialling(visit));
        keys.add(new Softkey(texts.get("key.edit"), at(visit, EDIT, ticket, contact)));
        keys.add(new Softkey(texts.get("key.delete"), at(visit, DELETE, ticket, contact)));
        keys.add(back(visit));
        return new PhonePage.Directory(
                texts.get("personal.entry"), "", List.of(new Listing(contact.name(), contact.number())), keys);
    }

    private static Optional<Contact> contact(Visit visit, User user) {
        int index = visit.query().number(INDEX, 0);
        return user.addressBook().stream()
                .filter(contact -> contact.index() == index)
                .findFirst();
    }

    private static PhonePage gone(Visit visit) {
        return told(visit, "personal.gone");
    }

    private static PhonePage told(Visit visit, String text) {
        var texts = visit.texts();
        return new PhonePage.Text(texts.get(TITLE), "", texts.get(text), List.of(back(visit), visit.exit()));
    }

    private static Softkey back(Visit visit) {
        return new Softkey(
                visit.texts().get("key.back"),
                visit.url(LIST, Tickets.PARAMETER, visit.query().get(Tickets.PARAMETER)));
    }

    /** The form for an entry: an empty one for a new entry. */
    public PhonePage edit(Visit visit) {
        return signedIn(visit, user -> {
            var known = contact(visit, user);
            var place = known.map(Contact::index).or(() -> free(user));
            return place.isEmpty() ? told(visit, "personal.full") : form(visit, known, place.get());
        });
    }

    /** The first place of the book where nothing stands. */
    private static Optional<Integer> free(User user) {
        var taken = user.addressBook().stream().map(Contact::index).toList();
        return IntStream.rangeClosed(1, AddressBook.MOST)
                .boxed()
                .filter(index -> !taken.contains(index))
                .findFirst();
    }

    private static PhonePage form(Visit visit, Optional<Contact> known, int index) {
        var texts = visit.texts();
        return new PhonePage.Form(
                texts.get("personal.entry"),
                "",
                visit.url(
                        SAVE, Tickets.PARAMETER, visit.query().get(Tickets.PARAMETER), INDEX, Integer.toString(index)),
                List.of(
                        new Field(
                                texts.get("personal.name"),
                                NAME,
                                known.map(Contact::name).orElse(""),
                                Characters.ANY),
                        new Field(
                                texts.get("personal.number"),
                                NUMBER,
                                known.map(Contact::number).orElse(""),
                                Characters.NUMBER)),
                List.of(
                        new Softkey(texts.get("key.submit"), "SoftKey:Submit"),
                        new Softkey(texts.get("key.erase"), "SoftKey:<<"),
                        back(visit)));
    }

    /** Keeps what was entered. */
    public PhonePage save(Visit visit) {
        return signedIn(visit, user -> {
            var query = visit.query();
            var saved = AddressBook.put(store, user.id(), query.number(INDEX, 0), query.get(NAME), query.get(NUMBER));
            return told(visit, saved instanceof SaveResult.Saved ? "personal.saved" : "personal.wrong");
        });
    }

    /** Deletes an entry. */
    public PhonePage delete(Visit visit) {
        return signedIn(visit, user -> {
            if (contact(visit, user).isEmpty()) {
                return gone(visit);
            }
            AddressBook.remove(store, user.id(), visit.query().number(INDEX, 0)).orThrow();
            return told(visit, "personal.deleted");
        });
    }
}
