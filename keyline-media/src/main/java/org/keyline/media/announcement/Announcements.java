package org.keyline.media.announcement;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyline.media.clip.Recording;
import org.keyline.media.clip.Shelf;

/**
 * What can be announced: WAV files by name, in a directory for each language ({@code en}, {@code ja}), and the tones. A
 * name is looked for in the caller's language, then in English. A file with a tone's name in small letters and hyphens
 * ({@code ring-back.wav}) is played instead of the tone.
 */
public final class Announcements {
    private final Shelf english;
    private final Shelf japanese;
    private final Map<Tone, Recording> tones = new EnumMap<>(Tone.class);
    private final Map<Tone, Recording> tonesOfJapan = new EnumMap<>(Tone.class);

    /** Reads the files of {@code en} and {@code ja} in this directory, which need not exist. */
    public Announcements(Path directory) {
        english = new Shelf(directory.resolve("en"));
        japanese = new Shelf(directory.resolve("ja"));
        for (var tone : Tone.values()) {
            var usual = TonePlan.of(tone, false);
            var inJapan = TonePlan.of(tone, true);
            tones.put(tone, usual.recorded());
            tonesOfJapan.put(tone, inJapan.recorded());
        }
        refresh();
    }

    /** Takes up files that are new, changed or gone. It reads files, so it belongs on a thread that may wait. */
    public void refresh() {
        english.refresh();
        japanese.refresh();
    }

    /** The file of this name; empty when there is none in that language or in English. */
    public Optional<Recording> file(String name, Locale locale) {
        return isJapanese(locale) ? japanese.get(name).or(() -> english.get(name)) : english.get(name);
    }

    /** A tone, or the file that takes its place. */
    public Recording tone(Tone tone, Locale locale) {
        var name = tone.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var made = isJapanese(locale) ? tonesOfJapan.get(tone) : tones.get(tone);
        return file(name, locale).or(() -> Optional.ofNullable(made)).orElseThrow();
    }

    private static boolean isJapanese(Locale locale) {
        return locale.getLanguage().equals("ja");
    }
}
