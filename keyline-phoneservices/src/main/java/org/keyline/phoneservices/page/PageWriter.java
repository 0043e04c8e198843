package org.keyline.phoneservices.page;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

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

    private final StringWriter out = new StringWriter(2_048);
    private final XMLStreamWriter xml;

    private PageWriter() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    }

    /** The page's XML. */
    public static String write(PhonePage page) {
        try {
            var writer = new PageWriter();
            writer.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.page(page);
            writer.xml.writeEndDocument();
            writer.xml.close();
            return writer.out.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A page for a phone cannot be written", impossible);
        }
    }

    private void page(PhonePage page) throws XMLStreamException {
        switch (page) {
            case PhonePage.Menu menu -> {
                begin("CiscoIPPhoneMenu", menu);
                for (var choice : first(PhonePage.ENTRIES, menu.choices())) {
                    xml.writeStartElement("MenuItem");
                    text("Name", choice.name(), NAME);
                    address("URL", choice.url());
                    xml.writeEndElement();
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
                    xml.writeStartElement("DirectoryEntry");
                    text("Name", listing.name(), NAME);
                    text("Telephone", listing.number(), TITLE);
                    xml.writeEndElement();
                }
            }
        }
        keys(page.keys());
        xml.writeEndElement();
    }

    private void begin(String element, PhonePage page) throws XMLStreamException {
        xml.writeStartElement(element);
        text("Title", page.title(), TITLE);
        text("Prompt", page.prompt(), TITLE);
    }

    private void entry(PhonePage.Field entry) throws XMLStreamException {
        xml.writeStartElement("InputItem");
        text("DisplayName", entry.name(), TITLE);
        text("QueryStringParam", entry.parameter(), TITLE);
        text("DefaultValue", entry.value(), NAME);
        text("InputFlags", entry.characters().flags(), TITLE);
        xml.writeEndElement();
    }

    private void keys(List<PhonePage.Softkey> keys) throws XMLStreamException {
        int position = 0;
        for (var key : first(KEYS, keys)) {
            position++;
            xml.writeStartElement("SoftKeyItem");
            text("Name", key.name(), TITLE);
            address("URL", key.action());
            text("Position", Integer.toString(position), TITLE);
            xml.writeEndElement();
        }
    }

    /** An address cut short would lead elsewhere. */
    private void address(String element, String url) throws XMLStreamException {
        if (url.length() > URL) {
            throw new IllegalArgumentException("A phone takes no address of " + url.length() + " characters");
        }
        text(element, url, URL);
    }

    private void text(String element, String text, int most) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(shown(text, most));
        xml.writeEndElement();
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
