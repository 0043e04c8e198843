package org.keyline.model.page;

import java.util.List;

/** A page for a phone's display (sheet phone services, section 2). {@link PageWriter} keeps it to what phones take. */
public sealed interface PhonePage {
    /** The most entries that every model shows; what is more stands on further pages. */
    int ENTRIES = 32;

    /** The line above the page. */
    String title();

    /** The line below the page; may be empty. */
    String prompt();

    /** The softkeys in order; without any the phone shows those usual for the page. */
    List<Softkey> keys();

    /**
     * A softkey.
     *
     * @param name what stands on it
     * @param action a web address, or an address inside the phone as {@code SoftKey:Exit}
     */
    record Softkey(String name, String action) {}

    /** Things to choose among. */
    record Menu(String title, String prompt, List<Choice> choices, List<Softkey> keys) implements PhonePage {
        public Menu {
            choices = List.copyOf(choices);
            keys = List.copyOf(keys);
        }
    }

    /** Something to choose, and where it leads. */
    record Choice(String name, String url) {}

    /** A text to read. */
    record Text(String title, String prompt, String text, List<Softkey> keys) implements PhonePage {
        public Text {
            keys = List.copyOf(keys);
        }
    }

    /** A form; what is entered is sent to {@code url}. */
    record Form(String title, String prompt, String url, List<Field> entries, List<Softkey> keys) implements PhonePage {
        public Form {
            entries = List.copyOf(entries);
            keys = List.copyOf(keys);
        }
    }

    /**
     * A field of a form.
     *
     * @param name what stands beside it
     * @param parameter under which it is sent
     * @param value what it holds at first
     */
    record Field(String name, String parameter, String value, Characters characters) {}

    /** What may be entered. */
    enum Characters {
        ANY("A"),
        NUMBER("T"),
        /** Digits that are not shown. */
        PIN("NP");

        private final String flags;

        Characters(String flags) {
            this.flags = flags;
        }

        String flags() {
            return flags;
        }
    }

    /** Names with numbers to dial. */
    record Directory(String title, String prompt, List<Listing> listings, List<Softkey> keys) implements PhonePage {
        public Directory {
            listings = List.copyOf(listings);
            keys = List.copyOf(keys);
        }
    }

    /** A name and its number. */
    record Listing(String name, String number) {}
}
