package org.keyline.phoneservices.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.Phone;
import org.keyline.model.page.PhonePage;
import org.keyline.model.page.PhonePage.Softkey;
import org.keyline.phoneservices.http.PageRequest;
import org.keyline.phoneservices.http.Query;
import org.keyline.phoneservices.page.PageTexts;

/**
 * A known phone asks for a page.
 *
 * @param phone the phone as it is now
 * @param configuration the configuration this answer goes by
 */
public record Visit(PageRequest request, Phone phone, ConfigSnapshot configuration) {
    /** The parameter that names the phone. */
    public static final String DEVICE = "device";

    /** The words of the phone's language. */
    public PageTexts texts() {
        return PageTexts.in(phone.userLocale());
    }

    /** What is asked. */
    public Query query() {
        return request.query();
    }

    /** The address of another page for this phone, with parameters in pairs of name and value. */
    public String url(String path, String... parameters) {
        var url = new StringBuilder(request.root())
                .append(path)
                .append('?')
                .append(DEVICE)
                .append('=')
                .append(phone.name().text());
        for (int at = 0; at < parameters.length; at += 2) {
            url.append('&').append(parameters[at]).append('=').append(encoded(parameters[at + 1]));
        }
        return url.toString();
    }

    /** Blanks as {@code %20}, which all phones understand. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A page that only tells something. */
    public PhonePage tells(String title, String text) {
        return new PhonePage.Text(texts().get(title), "", text, List.of(exit()));
    }

    /** The key that leaves the page. */
    public Softkey exit() {
        return new Softkey(texts().get("key.exit"), "SoftKey:Exit");
    }
}
