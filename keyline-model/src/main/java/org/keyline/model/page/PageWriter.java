package org.keyline.model.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes pages as phones read them: UTF-8, no blanks around texts, nothing longer and nothing more than the phone with
 * the smallest memory takes.
 */
public final class PageWriter {
    private static final int TITLE = 32;
    private static final int NAME = 64;
    private static final int URL = 256;
    private static final int TEXT = 4_000;
    private static final int FIELDS = 5;
    private static final int KEYS = 8;

    private final StringBuilder out = new StringBuilder(2_048).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    private final Deque<String> open = new ArrayDeque<>();

    private PageWriter() {}

    /** The page's XML. */
    public static String write(PhonePage page) {
        var writer = new PageWriter();
        writer.page(page);
        return writer.out.toString();
    }

    /**
     * What the phone shall do, without a page of its own.
     *
     * @param addresses addresses inside the phone as {@code Init:Services}, three at most
     */
    public static String execute(List<String> addresses) {
        var writer = new PageWriter();
        writer.begin("CiscoIPPhoneExecute");
        for (var address : addresses) {
            writer.out.append("<ExecuteItem Priority=\"0\" URL=\"");
            writer.escaped(address);
            writer.out.append("\"/>");
        }
        writer.end();
        return writer.out.toString();
    }

    private void page(PhonePage page) {
        switch (page) {
            case PhonePage.Menu menu -> {
                begin("CiscoIPPhoneMenu", menu);
                for (var choice : first(PhonePage.ENTRIES, menu.choices())) {
                    begin("MenuItem");
                    text("Name", choice.name(), NAME);
                    address("URL", choice.url());
                    end();
                }
            }
            case PhonePage.Text text -> {
                begin("CiscoIPPhoneText", text);
                text("Text", text.text(), TEXT);
            }
            case PhonePage.Form form -> {
                begin("CiscoIPPhoneInput", form);
                address("URL", form.url());
                for (var entry : first(FIELDS, form.entries())) {
                    entry(entry);
                }
            }
            case PhonePage.Directory directory -> {
                begin("CiscoIPPhoneDirectory", directory);
                for (var listing : first(PhonePage.ENTRIES, directory.listings())) {
                    begin("DirectoryEntry");
                    text("Name", listing.name(), NAME);
                    text("Telephone", listing.number(), TITLE);
                    end();
                }
            }
        }
        keys(page.keys());
        end();
    }

    private void begin(String element) {
        open.push(element);
        out.append('<').append(element).append('>');
    }

    private void end() {
        out.append("</").append(open.pop()).append('>');
    }

    /** What stands for itself nowhere in XML (XML 1.0 section 2.4). */
    private void escaped(String text) {
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(text.charAt(i));
            }
        }
    }

    private void begin(String element, PhonePage page) {
        begin(element);
        text("Title", page.title(), TITLE);
        text("Prompt", page.prompt(), TITLE);
    }

    private void entry(PhonePage.Field entry) {
        begin("InputItem");
        text("DisplayName", entry.name(), TITLE);
        text("QueryStringParam", entry.parameter(), TITLE);
        text("DefaultValue", entry.value(), NAME);
        text("InputFlags", entry.characters().flags(), TITLE);
        end();
    }

    private void keys(List<PhonePage.Softkey> keys) {
        int position = 0;
        for (var key : first(KEYS, keys)) {
            position++;
            begin("SoftKeyItem");
            text("Name", key.name(), TITLE);
            address("URL", key.action());
            text("Position", Integer.toString(position), TITLE);
            end();
        }
    }

    /** An address cut short would lead elsewhere. */
    private void address(String element, String url) {
        if (url.length() > URL) {
            throw new IllegalArgumentException("A phone takes no address of " + url.length() + " characters");
        }
        text(element, url, URL);
    }

    private void text(String element, String text, int most) {
        begin(element);
        escaped(shown(text, most));
        end();
    }

    /** What XML may hold (XML 1.0 section 2.2), cut to a length. */
    private static String shown(String text, int most) {
        var kept = new StringBuilder(Math.min(text.length(), most));
        text.codePoints()
                .limit(most)
                .map(character -> isXmlCharacter(character) ? character : ' ')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isXmlCharacter(int character) {
        return character == '\n'
                || (character >= ' '
                        && !(character >= 0xd800 && character <= 0xdfff)
                        && character != 0xfffe
                        && character != 0xffff);
    }

    private static <T> List<T> first(int most, List<T> all) {
        return all.subList(0, Math.min(most, all.size()));
    }
}
