package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Style sheet, scripts and pictures: a fixed few, read once. */
final class Assets {
    /** Where anybody finds the certificate to trust. */
    static final String OWN_CERTIFICATE = "/httpscert.cer";

    private static final String OWN = "/org/keyline/web/assets/";
    private static final Map<String, Asset> ALL = Map.of(
            "keyline.css", own("keyline.css", "text/css; charset=utf-8"),
            "keyline.js", own("keyline.js", "text/javascript; charset=utf-8"),
            "keyline.svg", own("keyline.svg", "image/svg+xml"),
            "htmx.min.js", load("/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js", "text/javascript"));

    private Assets() {}

    static void register(RoutesConfig routes) {
        routes.get("/assets/{name}", Assets::serve);
    }

    /** Pages that may be seen without signing in. */
    static boolean isPublic(Context ctx) {
        return ctx.path().startsWith("/assets/")
                || ctx.path().equals("/signin")
                || ctx.path().equals(OWN_CERTIFICATE)
                || ctx.path().equals("/language");
    }

    static boolean isApi(Context ctx) {
        return ctx.path().startsWith("/api/");
    }

    private static void serve(Context ctx) {
        var asset = Optional.ofNullable(ALL.get(ctx.pathParam("name"))).orElseThrow(NotFoundResponse::new);
        ctx.header("Cache-Control", "public, max-age=3600")
                .contentType(asset.type())
                .result(asset.bytes());
    }

    private static Asset own(String name, String type) {
        return load(OWN + name, type);
    }

    private static Asset load(String path, String type) {
        try (var in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("A file of the web is missing from the program: " + path);
            }
            return new Asset(type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, read only
    private record Asset(String type, byte[] bytes) {}
}
