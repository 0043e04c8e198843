package org.keyline.node.media;

import java.util.Locale;
import java.util.Optional;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.LegEvent.Playing;
import org.keyline.callcontrol.resource.Sound.Announcement;
import org.keyline.callcontrol.station.Cause;
import org.keyline.media.announcement.Annunciator;
import org.keyline.media.announcement.Repetition;

/** Announcements: why a call cannot go on, twice. */
record Announcer(Annunciator annunciator) implements Places {
    private static final Repetition TWICE = new Repetition(2);

    @Override
    public Optional<Place> take(LegEvent offer, Runnable over) {
        return offer instanceof Playing(var _, Announcement(var cause, var locale))
                ? annunciator
                        .announcement(file(cause), Locale.forLanguageTag(locale), TWICE, over)
                        .map(Place::alone)
                : Optional.empty();
    }

    /** The name of its WAV file, as {@code unallocated-number}. */
    static String file(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int left() {
        return annunciator.capacity().available();
    }
}
