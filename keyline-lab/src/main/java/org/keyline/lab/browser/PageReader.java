package org.keyline.lab.browser;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.keyline.lab.trust.MalformedFile;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads pages as strictly as the phone with the smallest memory: no DTD, and nothing longer than it can show. */
final class PageReader {
    private static final int ENTRIES = 32;
    private static final int TITLE = 32;
    private static final int NAME = 64;
    private static final int URL = 256;
    private static final int TEXT = 4_000;

    private PageReader() {}

    static ShownPage read(String xml) throws MalformedFile {
        var root = root(xml);
        if (!List.of("CiscoIPPhoneMenu", "CiscoIPPhoneText", "CiscoIPPhoneInput", "CiscoIPPhoneDirectory")
                .contains(root.getTagName())) {
            throw new MalformedFile("unknown page " + root.getTagName());
        }
        return new ShownPage(
                root.getTagName(),
                text(root, "Title", TITLE),
                text(root, "Prompt", TITLE),
                text(root, "Text", TEXT),
                text(root, "URL", URL),
                each(root, "MenuItem", item -> new ShownPage.Link(text(item, "Name", NAME), text(item, "URL", URL))),
                each(
                        root,
                        "InputItem",
                        item -> new ShownPage.Field(
                                text(item, "DisplayName", TITLE),
                                text(item, "QueryStringParam", TITLE),
                                text(item, "DefaultValue", NAME),
                                text(item, "InputFlags", TITLE))),
                each(
                        root,
                        "DirectoryEntry",
                        item -> new ShownPage.Listing(text(item, "Name", NAME), text(item, "Telephone", TITLE))),
                each(root, "SoftKeyItem", key -> new ShownPage.Link(text(key, "Name", TITLE), text(key, "URL", URL))));
    }

    private static Element root(String xml) throws MalformedFile {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new MalformedFile("page is no XML: " + e.getMessage());
        }
    }

    private static <T> List<T> each(Element root, String name, Function<Element, T> read) throws MalformedFile {
        var found = new ArrayList<T>();
        for (var node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(read.apply(element));
            }
        }
        if (found.size() > ENTRIES) {
            throw new MalformedFile("more than " + ENTRIES + " of " + name);
        }
        return found;
    }

    private static String text(Element within, String name, int most) {
        for (var node = within.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                var text = element.getTextContent();
                return text.substring(0, Math.min(most, text.length()));
            }
        }
        return "";
    }
}
