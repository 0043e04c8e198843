package org.keyline.web.page;

import io.javalin.http.NotFoundResponse;

/** There is such a page, but what it should show is not there; the text says what is. */
final class NothingOfThisName extends NotFoundResponse {
    private static final long serialVersionUID = 1L;

    NothingOfThisName(String text) {
        super(text);
    }
}
