package org.keyline.web.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keyline.web.access.Session;
import org.keyline.web.language.Texts;

/**
 * What every page shows around its content.
 *
 * @param texts the reader's language
 * @param session who is signed in, or none
 * @param active the part of the navigation the page belongs to
 * @param path the page's own path, to come back to after a change of language
 * @param waiting how many phones wait
 * @param now the time of the page
 * @param focus the row a form was sent from, or empty
 */
public record Frame(
        Texts texts, @Nullable Session session, String active, String path, int waiting, Instant now, String focus) {
    /** The token of this session's forms. */
    public String formToken() {
        return session == null ? "" : session.formToken();
    }

    public String account() {
        return session == null ? "" : session.account();
    }

    /** The same frame with the row a form was sent from. */
    public Frame focusedOn(String row) {
        return new Frame(texts, session, active, path, waiting, now, row);
    }
}
