package org.keyline.lab.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keyline.lab.trust.MalformedFile;

/**
 * Fetches pages as a phone does, over real HTTP, and does what a person at it does: chooses, fills in, presses
 * softkeys. What is not there to be chosen or pressed fails with the page that is shown.
 */
public final class PhoneBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String model;
    private final Consumer<String> dialler;
    private final Map<String, String> filled = new LinkedHashMap<>();
    private ShownPage page = ShownPage.plain("");
    private int selected;

    /**
     * A browser that shows nothing yet.
     *
     * @param dialler dials a number for the person
     */
    public PhoneBrowser(String model, Consumer<String> dialler) {
        this.model = model;
        this.dialler = dialler;
    }

    /** What is on the display. */
    public ShownPage page() {
        return page;
    }

    /** Fetches what is at an address, and shows it. */
    public void open(String url) {
        filled.clear();
        selected = 0;
        page = fetch(url);
    }

    /** The answer at an address as it came. */
    public ShownPage fetch(String url) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(PATIENCE)
                    .header("User-Agent", "Allegro-Software-WebClient/4.34")
                    .header("x-CiscoIPPhoneModelName", "CP-" + model)
                    .header("Accept", "x-CiscoIPPhone/*;version=4.0, text/*")
                    .build();
            return shown(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ShownPage shown(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        try {
            return type.startsWith("text/xml") && response.statusCode() == 200
                    ? PageReader.read(response.body())
                    : ShownPage.plain(response.body());
        } catch (MalformedFile unreadable) {
            throw new AssertionError(unreadable.getMessage() + "\n" + response.body(), unreadable);
        }
    }

    /** Chooses from a menu, or moves to an entry of a directory. */
    public void choose(String name) {
        for (int at = 0; at < page.listings().size(); at++) {
            if (page.listings().get(at).name().equals(name)) {
                selected = at;
                return;
            }
        }
        open(page.choice(name).orElseThrow(() -> absent("choice " + name)).url());
    }

    /** Types into a field of a form. */
    public void fill(String field, String text) {
        var found = page.fields().stream()
                .filter(one -> one.name().equals(field))
                .findFirst()
                .orElseThrow(() -> absent("field " + field));
        filled.put(found.parameter(), text);
    }

    /** Presses a softkey. */
    public void press(String name) {
        var action =
                page.softkey(name).orElseThrow(() -> absent("softkey " + name)).url();
        if (action.startsWith("http")) {
            open(action);
            return;
        }
        switch (action) {
            case "SoftKey:Submit" -> open(submitted());
            case "SoftKey:Dial" -> dialler.accept(page.listings().get(selected).number());
            case "SoftKey:Exit" -> page = ShownPage.plain("");
            default -> throw absent("function behind " + action);
        }
    }

    private String submitted() {
        var parameters = page.fields().stream()
                .map(field -> field.parameter() + "="
                        + URLEncoder.encode(
                                filled.getOrDefault(field.parameter(), field.value()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return page.url() + (page.url().contains("?") ? "&" : "?") + parameters;
    }

    private AssertionError absent(String what) {
        return new AssertionError("There is no " + what + " on this page:\n" + page.words());
    }
}
