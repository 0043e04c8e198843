package org.keyline.web.page;

import io.javalin.http.Context;

/** Headers that keep browsers from doing more with a page than it needs. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void add(Context ctx) {
        ctx.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Strict-Transport-Security", "max-age=31536000");
        ctx.header("Cache-Control", "no-store");
    }
}
