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
import org.keyline.model.dial.MessageWaitingNumber;
import org.keyline.model.dial.Partition;
import org.keyline.model.dial.TimeSchedule;
import org.keyline.model.dial.TranslationPattern;

/**
 * Everything of a configuration that decides where digits lead.
 *
 * @param lines every directory number
 * @param phones on whose buttons they appear
 * @param searchSpaces by name
 * @param partitions by name; one that is not here is always there
 * @param timeSchedules by name
 * @param translations every translation pattern
 * @param huntPilots every hunt pilot
 * @param huntLists by name
 * @param lineGroups by name
 * @param features numbers behind which a feature stands
 * @param messageWaiting every number that says of messages
 */
public record Numbering(
        Collection<Line> lines,
        Collection<Phone> phones,
        Map<String, CallingSearchSpace> searchSpaces,
        Map<String, Partition> partitions,
        Map<String, TimeSchedule> timeSchedules,
        Collection<TranslationPattern> translations,
        Collection<HuntPilot> huntPilots,
        Map<String, HuntList> huntLists,
        Map<String, LineGroup> lineGroups,
        FeatureNumbers features,
        Collection<MessageWaitingNumber> messageWaiting) {
    /** Lines only. */
    public static Numbering of(
            Collection<Line> lines, Collection<Phone> phones, Map<String, CallingSearchSpace> searchSpaces) {
        return new Numbering(
                lines,
                phones,
                searchSpaces,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                FeatureNumbers.NONE,
                List.of());
    }

    /** The same with these translation patterns. */
    public Numbering translating(Collection<TranslationPattern> patterns) {
        return new Numbering(
                lines,
                phones,
                searchSpaces,
                partitions,
                timeSchedules,
                patterns,
                huntPilots,
                huntLists,
                lineGroups,
                features,
                messageWaiting);
    }

    /** The same with these partitions and the schedules they name. */
    public Numbering scheduled(Map<String, Partition> named, Map<String, TimeSchedule> schedules) {
        return new Numbering(
                lines,
                phones,
                searchSpaces,
                named,
                schedules,
                translations,
                huntPilots,
                huntLists,
                lineGroups,
                features,
                messageWaiting);
    }

    /** The same with these hunt pilots, and the hunt lists and line groups behind them. */
    public Numbering hunting(Collection<HuntPilot> pilots, Map<String, HuntList> lists, Map<String, LineGroup> groups) {
        return new Numbering(
                lines,
                phones,
                searchSpaces,
                partitions,
                timeSchedules,
                translations,
                pilots,
                lists,
                groups,
                features,
                messageWaiting);
    }

    /** The same with these numbers of features. */
    public Numbering featuring(FeatureNumbers numbers) {
        return new Numbering(
                lines,
                phones,
                searchSpaces,
                partitions,
                timeSchedules,
                translations,
                huntPilots,
                huntLists,
                lineGroups,
                numbers,
                messageWaiting);
    }

    /** The same with these numbers that say of messages. */
    public Numbering messageWaiting(Collection<MessageWaitingNumber> numbers) {
        return new Numbering(
                lines,
                phones,
                searchSpaces,
                partitions,
                timeSchedules,
                translations,
                huntPilots,
                huntLists,
                lineGroups,
                features,
                numbers);
    }
}
