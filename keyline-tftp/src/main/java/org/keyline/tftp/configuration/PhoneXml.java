package org.keyline.tftp.configuration;

import java.nio.charset.StandardCharsets;

/**
 * Writes XML as the simple parsers of phones read it: UTF-8 without a byte order mark, no CDATA, no comments, no
 * namespaces.
 */
final class PhoneXml {
    private final StringBuilder out = new StringBuilder(4_096).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    /** An element that holds others. */
    PhoneXml open(String name, String... attributes) {
        indent().append('<').append(name);
        attributes(attributes);
        out.append(">\n");
        depth++;
        return this;
    }

    PhoneXml close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** An element that holds text. */
    PhoneXml text(String name, String content, String... attributes) {
        indent().append('<').append(name);
        attributes(attributes);
        out.append('>');
        escape(content);
        out.append("</").append(name).append(">\n");
        return this;
    }

    PhoneXml text(String name, int content) {
        return text(name, Integer.toString(content));
    }

    PhoneXml text(String name, boolean content) {
        return text(name, Boolean.toString(content));
    }

    /** An element without content. */
    PhoneXml empty(String name, String... attributes) {
        indent().append('<').append(name);
        attributes(attributes);
        out.append("/>\n");
        return this;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder indent() {
        return out.append(" ".repeat(depth));
    }

    private void attributes(String... namesAndValues) {
        for (var index = 0; index < namesAndValues.length; index += 2) {
            out.append(' ').append(namesAndValues[index]).append("=\"");
            escape(namesAndValues[index + 1]);
            out.append('"');
        }
    }

    private void escape(String content) {
        content.codePoints().forEach(this::escape);
    }

    private void escape(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&apos;");
            default -> out.appendCodePoint(isXmlCharacter(character) ? character : ' ');
        }
    }

    /** XML 1.0 section 2.2; a lone half of a surrogate pair is none. */
    private static boolean isXmlCharacter(int character) {
        return character >= ' '
                && !(character >= 0xd800 && character <= 0xdfff)
                && character != 0xfffe
                && character != 0xffff;
    }
}
