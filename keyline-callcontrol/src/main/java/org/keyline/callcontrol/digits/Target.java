package org.keyline.callcontrol.digits;

import java.util.List;
import org.keyline.callcontrol.station.Cause;
import org.keyline.model.dial.HuntPilot;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.NumberShape;
import org.keyline.model.dial.RouteGroup;
import org.keyline.model.dial.RouteList;
import org.keyline.model.dial.RoutePattern;

/** Where a number ends. */
public sealed interface Target permits Destination, Target.Hunt, Target.Outside, FeatureNumber, Target.Refusal {
    /**
     * A hunt pilot and whom it hunts.
     *
     * @param groups first hunted first; empty when its hunt list is switched off or holds none
     */
    record Hunt(HuntPilot pilot, List<Group> groups) implements Target, Meaning {
        public Hunt {
            groups = List.copyOf(groups);
        }
    }

    /**
     * A line group with its members' lines.
     *
     * @param members in the group's order, each at the phones that are logged into hunt groups; one that is no line any
     *     more is left out
     * @param loggedOut those of them whose phones are all logged out
     */
    record Group(LineGroup group, List<Destination> members, List<Destination> loggedOut) {
        public Group {
            members = List.copyOf(members);
            loggedOut = List.copyOf(loggedOut);
        }

        /** Nobody is logged out. */
        public Group(LineGroup group, List<Destination> members) {
            this(group, members, List.of());
        }

        /** Whether hunting passes a member, since its phones are logged out. */
        public boolean isLoggedOut(Destination member) {
            return loggedOut.contains(member);
        }
    }

    /**
     * A route pattern and the ways out.
     *
     * @param form the pattern, to tell its parts
     * @param choices first tried first; empty when its route list is switched off or holds none
     */
    record Outside(RoutePattern pattern, NumberShape form, List<Choice> choices) implements Target, Meaning {
        public Outside {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A route group that is tried.
     *
     * @param member how numbers change for it
     * @param group its devices
     */
    record Choice(RouteList.Member member, RouteGroup group) {}

    /** The plan itself says no. */
    sealed interface Refusal extends Target {
        /** What the caller is told. */
        Cause cause();
    }

    /** The pattern stops calls. */
    record Blocked(Cause cause) implements Refusal {}

    /**
     * Translations led from one to the next more often than {@link DialPlan#MOST_TRANSLATIONS}: most likely a circle.
     */
    record TooManyTranslations() implements Refusal {
        @Override
        public Cause cause() {
            return Cause.EXCHANGE_ROUTING_ERROR;
        }
    }

    /** A translation made a number longer than any may be. */
    record NumberTooLong() implements Refusal {
        @Override
        public Cause cause() {
            return Cause.INVALID_NUMBER_FORMAT;
        }
    }
}
