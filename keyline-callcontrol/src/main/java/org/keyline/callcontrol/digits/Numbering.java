package org.keyline.callcontrol.digits;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.HuntList;
import org.keyline.model.dial.HuntPilot;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.Partition;
import org.keyline.model.dial.RouteTables;
import org.keyline.model.dial.TimeSchedule;
import org.keyline.model.dial.TranslationPattern;

/**
 * Everything of a configuration that decides where digits lead.
 *
 * @param lines every directory number
 * @param phones on whose buttons they appear
 * @param searchSpaces by name
 * @param times when partitions are there
 * @param translations every translation pattern
 * @param hunting who is hunted
 * @param routes what leads out
 * @param features numbers behind which a feature stands
 * @param codes the codes callers may be asked for
 */
public record Numbering(
        Collection<Line> lines,
        Collection<Phone> phones,
        Map<String, CallingSearchSpace> searchSpaces,
        Times times,
        Collection<TranslationPattern> translations,
        Hunting hunting,
        RouteTables routes,
        FeatureNumbers features,
        Codes codes) {
    /** Lines only. */
    public static Numbering of(
            Collection<Line> lines, Collection<Phone> phones, Map<String, CallingSearchSpace> searchSpaces) {
        return with(lines, phones, searchSpaces).build();
    }

    /** Lines, and what is added to them. */
    public static Builder with(
            Collection<Line> lines, Collection<Phone> phones, Map<String, CallingSearchSpace> searchSpaces) {
        return new Builder(lines, phones, searchSpaces);
    }

    /**
     * When partitions are there.
     *
     * @param partitions by name; one that is not here is always there
     * @param schedules by name
     */
    public record Times(Map<String, Partition> partitions, Map<String, TimeSchedule> schedules) {
        /** Every partition is always there. */
        public static final Times ALWAYS = new Times(Map.of(), Map.of());
    }

    /**
     * Pilots and whom they hunt.
     *
     * @param pilots every hunt pilot
     * @param lists by name
     * @param groups line groups by name
     */
    public record Hunting(Collection<HuntPilot> pilots, Map<String, HuntList> lists, Map<String, LineGroup> groups) {
        /** Nobody is hunted. */
        public static final Hunting NONE = new Hunting(List.of(), Map.of(), Map.of());
    }

    /** Adds to lines what else there is; what is not named is not there. */
    public static final class Builder {
        private final Collection<Line> lines;
        private final Collection<Phone> phones;
        private final Map<String, CallingSearchSpace> searchSpaces;
        private Times times = Times.ALWAYS;
        private Collection<TranslationPattern> translations = List.of();
        private Hunting hunting = Hunting.NONE;
        private RouteTables routes = RouteTables.NONE;
        private FeatureNumbers features = FeatureNumbers.NONE;
        private Codes codes = Codes.NONE;

        private Builder(
                Collection<Line> lines, Collection<Phone> phones, Map<String, CallingSearchSpace> searchSpaces) {
            this.lines = lines;
            this.phones = phones;
            this.searchSpaces = searchSpaces;
        }

        /** When partitions are there. */
        public Builder scheduled(Map<String, Partition> partitions, Map<String, TimeSchedule> schedules) {
            times = new Times(partitions, schedules);
            return this;
        }

        /** Translation patterns. */
        public Builder translating(Collection<TranslationPattern> patterns) {
            translations = patterns;
            return this;
        }

        /** Hunt pilots, and the hunt lists and line groups behind them. */
        public Builder hunting(
                Collection<HuntPilot> pilots, Map<String, HuntList> lists, Map<String, LineGroup> groups) {
            hunting = new Hunting(pilots, lists, groups);
            return this;
        }

        /** Route patterns, and the route lists and route groups behind them. */
        public Builder routing(RouteTables tables) {
            routes = tables;
            return this;
        }

        /** Numbers of features. */
        public Builder featuring(FeatureNumbers numbers) {
            features = numbers;
            return this;
        }

        /** The codes callers may be asked for. */
        public Builder asking(Codes known) {
            codes = known;
            return this;
        }

        public Numbering build() {
            return new Numbering(lines, phones, searchSpaces, times, translations, hunting, routes, features, codes);
        }
    }
}
