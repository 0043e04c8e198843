package org.keyline.web.language;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ResourceBundle;

/** The texts of the pages in one language, from the message catalogue {@code pages}. */
public final class Texts {
    private final Language language;
    private final ResourceBundle bundle;
    private final DateTimeFormatter dateTime;
    private final DateTimeFormatter date;

    public Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "org.keyline.web.language.pages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.dateTime = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault());
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault());
    }

    public Language language() {
        return language;
    }

    /** The text of a key with its arguments filled in; fails for a key that is not in the catalogue. */
    public String get(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /** Date and time as the reader writes them. */
    public String time(Instant instant) {
        return dateTime.format(instant);
    }

    /** The day as the reader writes it. */
    public String day(Instant instant) {
        return date.format(instant);
    }

    /** A duration as minutes and seconds, for example {@code 2:05}. */
    public String duration(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
