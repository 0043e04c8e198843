package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.keyline.trust.secret.SignInLimit;
import org.keyline.web.access.Accounts;
import org.keyline.web.access.Session;
import org.keyline.web.access.Sessions;

/** Lets in who signed in: sign-in page and cookie for people, basic authentication for scripts. */
final class Gate {
    private static final String COOKIE = "__Host-keyline";
    private static final String SESSION = "session";

    /** The longest form, in bytes; files are among them. */
    private static final int MOST_SENT = 1024 * 1024;

    private static final int MOST_DISCARDED = 64 * 1024 * 1024;

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInLimit limit;
    private final Pages pages;

    Gate(Accounts accounts, Clock clock, Pages pages) {
        this.accounts = accounts;
        this.sessions = new Sessions(clock);
        this.limit = new SignInLimit(clock);
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.before(this::check);
        routes.get("/signin", ctx -> page(ctx, "", ""));
        routes.post("/signin", this::signIn);
        routes.post("/signout", this::signOut);
    }

    static Optional<Session> sessionOf(Context ctx) {
        return Optional.ofNullable(ctx.attribute(SESSION));
    }

    private void check(Context ctx) {
        var session = Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(sessions::use);
        session.ifPresent(known -> ctx.attribute(SESSION, known));
        if (Assets.isPublic(ctx)) {
            return;
        }
        if (session.isEmpty()) {
            turnAway(ctx);
        } else if (ctx.method().name().equals("POST")) {
            checkForm(ctx, session.get());
        }
    }

    private void turnAway(Context ctx) {
        if (!Assets.isApi(ctx)) {
            ctx.redirect("/signin");
            ctx.skipRemainingHandlers();
        } else if (!basicAuthenticated(ctx)) {
            ctx.header("WWW-Authenticate", "Basic realm=\"Keyline\", charset=\"UTF-8\"");
            throw new UnauthorizedResponse(pages.texts(ctx).get("signin.wrong"));
        }
    }

    private boolean basicAuthenticated(Context ctx) {
        var credentials = ctx.basicAuthCredentials();
        return credentials != null
                && waitLeft(ctx).isZero()
                && verified(
                        ctx,
                        credentials.getUsername(),
                        credentials.getPassword().toCharArray());
    }

    private void checkForm(Context ctx, Session session) {
        if (ctx.contentLength() > MOST_SENT) {
            discard(ctx);
            throw new ContentTooLargeResponse(pages.texts(ctx).get("error.413"));
        }
        var sent = Optional.ofNullable(ctx.formParam("form")).orElse("");
        if (!MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), session.formToken().getBytes(StandardCharsets.UTF_8))) {
            throw new ForbiddenResponse(pages.texts(ctx).get("error.403"));
        }
    }

    /** A browser that is still sending would not see the answer; what is larger than reason is cut off. */
    private static void discard(Context ctx) {
        try {
            var _ = ctx.req().getInputStream().skip(MOST_DISCARDED);
        } catch (IOException gone) {
            ctx.header("Connection", "close");
        }
    }

    private void signIn(Context ctx) {
        var account = Optional.ofNullable(ctx.formParam("account")).orElse("");
        var left = waitLeft(ctx);
        if (!left.isZero()) {
            ctx.status(429);
            page(ctx, pages.texts(ctx).get("signin.wait", left.toSeconds() + 1), account);
        } else if (verified(
                ctx,
                account,
                Optional.ofNullable(ctx.formParam("password")).orElse("").toCharArray())) {
            ctx.header(
                    "Set-Cookie",
                    "%s=%s; Path=/; Secure; HttpOnly; SameSite=Strict".formatted(COOKIE, sessions.open(account)));
            ctx.redirect("/phones");
        } else {
            ctx.status(401);
            page(ctx, pages.texts(ctx).get("signin.wrong"), account);
        }
    }

    private Duration waitLeft(Context ctx) {
        return limit.wait(ctx.ip());
    }

    private boolean verified(Context ctx, String account, char[] password) {
        var right = accounts.verify(account, password);
        Arrays.fill(password, '\0');
        if (right) {
            limit.succeeded(ctx.ip());
        } else {
            limit.failed(ctx.ip());
        }
        return right;
    }

    private void signOut(Context ctx) {
        Optional.ofNullable(ctx.cookie(COOKIE)).ifPresent(sessions::close);
        ctx.header("Set-Cookie", COOKIE + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict");
        ctx.redirect("/signin");
    }

    private void page(Context ctx, String problem, String account) {
        pages.render(ctx, "", "signin.jte", Map.of("problem", problem, "account", account));
    }
}
