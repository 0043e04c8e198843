package org.keyline.phoneservices.directory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.page.PhonePage;
import org.keyline.model.page.PhonePage.Characters;
import org.keyline.model.page.PhonePage.Field;
import org.keyline.model.page.PhonePage.Listing;
import org.keyline.model.page.PhonePage.Softkey;
import org.keyline.phoneservices.access.Visit;

/** The directory of everybody: a form to search, and pages of what was found, to be dialled. */
public final class CorporateDirectory {
    /** The form. */
    public static final String SEARCH = "/directory";

    /** What was found. */
    public static final String FOUND = "/directory/found";

    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String NUMBER = "number";
    private static final String FROM = "from";

    /** So much of a name is looked at; it keeps the addresses of further pages within what phones take. */
    private static final int LONGEST = 15;

    private volatile @Nullable PeopleIndex newest;

    /** The form. */
    public PhonePage search(Visit visit) {
        var texts = visit.texts();
        return new PhonePage.Form(
                texts.get("directory.title"),
                texts.get("directory.prompt"),
                visit.url(FOUND),
                List.of(
                        new Field(texts.get("directory.first"), FIRST, "", Characters.ANY),
                        new Field(texts.get("directory.last"), LAST, "", Characters.ANY),
                        new Field(texts.get("directory.number"), NUMBER, "", Characters.NUMBER)),
                List.of(
                        new Softkey(texts.get("key.search"), "SoftKey:Submit"),
                        new Softkey(texts.get("key.erase"), "SoftKey:<<"),
                        visit.exit()));
    }

    /** A page of those found. */
    public PhonePage found(Visit visit) {
        var people = index(visit.configuration()).search(asked(visit, FIRST), asked(visit, LAST), asked(visit, NUMBER));
        int from = visit.query().number(FROM, 0);
        if (people.isEmpty() || from >= people.size()) {
            return visit.tells("directory.found", visit.texts().get("directory.nobody"));
        }
        int to = Math.min(from + PhonePage.ENTRIES, people.size());
        return new PhonePage.Directory(
                visit.texts().get("directory.found"),
                visit.texts().get("directory.records", from + 1, to, people.size()),
                people.subList(from, to).stream()
                        .map(person -> new Listing(person.name(), person.number()))
                        .toList(),
                keys(visit, to, people.size()));
    }

    private static List<Softkey> keys(Visit visit, int shown, int all) {
        var texts = visit.texts();
        var keys = new ArrayList<>(dialling(visit));
        keys.add(visit.exit());
        if (shown < all) {
            keys.add(new Softkey(
                    texts.get("key.more"),
                    visit.url(
                            FOUND,
                            FIRST,
                            asked(visit, FIRST),
                            LAST,
                            asked(visit, LAST),
                            NUMBER,
                            asked(visit, NUMBER),
                            FROM,
                            Integer.toString(shown))));
        }
        keys.add(new Softkey(texts.get("key.search"), visit.url(SEARCH)));
        return keys;
    }

    /** The keys that dial the selected number, at once or after the user has changed it. */
    static List<Softkey> dialling(Visit visit) {
        var texts = visit.texts();
        return List.of(
                new Softkey(texts.get("key.dial"), "SoftKey:Dial"),
                new Softkey(texts.get("key.editDial"), "SoftKey:EditDial"));
    }

    private static String asked(Visit visit, String parameter) {
        var text = visit.query().get(parameter);
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    private PeopleIndex index(ConfigSnapshot configuration) {
        var known = newest;
        if (known == null || known.revision() != configuration.revision()) {
            known = PeopleIndex.of(configuration);
            newest = known;
        }
        return known;
    }
}
