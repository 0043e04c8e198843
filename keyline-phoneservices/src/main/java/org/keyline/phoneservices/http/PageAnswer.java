package org.keyline.phoneservices.http;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param contentType with the character set, which phones would otherwise guess; it is UTF-8
 */
public record PageAnswer(int status, String contentType, String content) {
    /** A page for the phone's display. */
    public static PageAnswer page(String xml) {
        return new PageAnswer(200, "text/xml; charset=UTF-8", xml);
    }

    /** Exactly this text. */
    public static PageAnswer text(int status, String text) {
        return new PageAnswer(status, "text/plain; charset=UTF-8", text);
    }
}
