package org.keyline.lab.browser;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A page on the display.
 *
 * @param kind the name of its root element
 * @param text what there is to read
 * @param url where a form is sent
 */
public record ShownPage(
        String kind,
        String title,
        String prompt,
        String text,
        String url,
        List<Link> choices,
        List<Field> fields,
        List<Listing> listings,
        List<Link> softkeys) {
    public ShownPage {
        choices = List.copyOf(choices);
        fields = List.copyOf(fields);
        listings = List.copyOf(listings);
        softkeys = List.copyOf(softkeys);
    }

    /** Something with a name that leads somewhere. */
    public record Link(String name, String url) {}

    /** A field of a form. */
    public record Field(String name, String parameter, String value, String flags) {}

    /** A name with a number. */
    public record Listing(String name, String number) {}

    /** A text that came instead of a page. */
    static ShownPage plain(String text) {
        return new ShownPage("text", "", "", text, "", List.of(), List.of(), List.of(), List.of());
    }

    Optional<Link> choice(String name) {
        return named(choices, name);
    }

    Optional<Link> softkey(String name) {
        return named(softkeys, name);
    }

    private static Optional<Link> named(List<Link> links, String name) {
        return links.stream().filter(link -> link.name().equals(name)).findFirst();
    }

    /** Everything that can be read on it. */
    public String words() {
        return title + "\n" + text + "\n"
                + names(choices.stream().map(Link::name).toList())
                + names(fields.stream().map(Field::name).toList())
                + names(listings.stream()
                        .map(listing -> listing.name() + " " + listing.number())
                        .toList())
                + prompt + "\n[" + softkeys.stream().map(Link::name).collect(Collectors.joining("] [")) + "]";
    }

    private static String names(List<String> names) {
        return names.stream().map(name -> name + "\n").collect(Collectors.joining());
    }
}
