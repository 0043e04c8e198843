package org.keyline.callcontrol.call;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Destination.Appearance;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.Target.Hunt;
import org.keyline.callcontrol.digits.Target.Outside;
import org.keyline.callcontrol.hunt.HuntPosition;
import org.keyline.callcontrol.route.RoutePosition;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.LineInstance;

/** What a call is offered to. */
public sealed interface Aim {
    /** Whom the caller sees called, before anybody answers. */
    Party called();

    /** The line buttons that ring. */
    List<Appearance> appearances();

    /** A line. */
    record ToLine(Destination destination) implements Aim {
        @Override
        public Party called() {
            return new Party(
                    destination.line().number().digits(), destination.line().alertingName());
        }

        @Override
        public List<Appearance> appearances() {
            return destination.appearances();
        }
    }

    /**
     * Who picked up a call, and has not answered it yet.
     *
     * @param picker their line, at their phone alone
     * @param before where it rang; it goes back there if they do not answer
     */
    record ToPicker(Destination picker, Aim before) implements Aim {
        @Override
        public Party called() {
            return new Party(picker.line().number().digits(), picker.line().alertingName());
        }

        @Override
        public List<Appearance> appearances() {
            return picker.appearances();
        }
    }

    /**
     * A gateway or trunk.
     *
     * @param route the way there, by a route pattern
     * @param outside the pattern's ways out
     * @param from where their selection stands
     * @param device which one is offered the call; none before the first and after the last
     * @param called the number it is sent
     * @param calling the caller it is sent
     */
    record ToTrunk(
            Route route, Outside outside, RoutePosition from, Optional<DeviceName> device, Party called, Party calling)
            implements Aim {
        @Override
        public List<Appearance> appearances() {
            return device.stream()
                    .map(name -> new Appearance(name, LineInstance.NONE))
                    .toList();
        }
    }

    /**
     * Members of a line group.
     *
     * @param number the pilot's number
     * @param hunt whom the pilot hunts
     * @param from where hunting stands
     * @param members who is offered the call now
     * @param ringFor how long
     * @param spent how long members rang, these included
     */
    record ToMembers(
            String number, Hunt hunt, HuntPosition from, List<Destination> members, Duration ringFor, Duration spent)
            implements Aim {
        public ToMembers {
            members = List.copyOf(members);
        }

        /** Nobody: the pilot hunted in vain. */
        static ToMembers none(String number, Hunt hunt) {
            return new ToMembers(
                    number, hunt, new HuntPosition(0, List.of(), false), List.of(), Duration.ZERO, Duration.ZERO);
        }

        @Override
        public Party called() {
            return new Party(number, hunt.pilot().alertingName());
        }

        /** A button that is of two members rings once. */
        @Override
        public List<Appearance> appearances() {
            var all = new LinkedHashSet<Appearance>();
            members.forEach(member -> all.addAll(member.appearances()));
            return List.copyOf(all);
        }
    }
}
