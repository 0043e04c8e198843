package org.keyline.callcontrol.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.digits.Target.Choice;
import org.keyline.callcontrol.route.RouteStep.Exhausted;
import org.keyline.callcontrol.route.RouteStep.Stopped;
import org.keyline.callcontrol.route.RouteStep.Try;
import org.keyline.callcontrol.station.Cause;
import org.keyline.model.dial.RouteGroup;
import org.keyline.model.dial.RouteGroup.Distribution;
import org.keyline.model.dial.RouteList;

class RouteSelectionTest {
    private final Yard yard = new Yard(new HashMap<>(), new HashMap<>());

    /** Devices that are free unless something else is said. */
    private record Yard(Map<String, TrunkState> states, Map<String, String> last) implements Trunks {
        @Override
        public TrunkState state(String device) {
            return states.getOrDefault(device, TrunkState.FREE);
        }

        @Override
        public Optional<String> lastUsed(String routeGroup) {
            return Optional.ofNullable(last.get(routeGroup));
        }

        @Override
        public void used(String routeGroup, String device) {
            last.put(routeGroup, device);
        }
    }

    private static Choice group(String name, Distribution distribution, String... devices) {
        return new Choice(RouteList.Member.of(name), new RouteGroup(name, distribution, List.of(devices)));
    }

    /** The devices that are tried, each in vain for this reason, and how it ends. */
    private List<String> tried(List<Choice> choices, Cause why) {
        var tried = new ArrayList<String>();
        var step = RouteSelection.begin(choices, yard);
        while (step instanceof Try(var device, var from)) {
            tried.add(device);
            yard.used(choices.get(from.choice()).group().name(), device);
            step = RouteSelection.onward(choices, from, why, StopRouting.USUAL, yard);
        }
        tried.add(
                switch (step) {
                    case Exhausted(var cause) -> "exhausted " + cause.value();
                    case Stopped(var cause) -> "stopped " + cause.value();
                    case Try _ -> "";
                });
        return tried;
    }

    @Test
    void top_down_begins_at_the_top_and_goes_on_to_the_next_group() {
        var choices = List.of(group("a", Distribution.TOP_DOWN, "1", "2"), group("b", Distribution.TOP_DOWN, "3"));

        assertThat(tried(choices, Cause.TEMPORARY_FAILURE)).containsExactly("1", "2", "3", "exhausted 41");
        assertThat(tried(choices, Cause.TEMPORARY_FAILURE)).containsExactly("1", "2", "3", "exhausted 41");
    }

    @Test
    void circular_begins_after_the_device_used_last() {
        var choices = List.of(group("a", Distribution.CIRCULAR, "1", "2", "3"));
        yard.used("a", "2");

        assertThat(tried(choices, Cause.TEMPORARY_FAILURE)).containsExactly("3", "1", "2", "exhausted 41");
        yard.used("a", "gone");
        assertThat(tried(choices, Cause.TEMPORARY_FAILURE)).startsWith("1");
    }

    @Test
    void devices_that_cannot_are_passed() {
        var choices = List.of(group("a", Distribution.TOP_DOWN, "1", "2", "3"));
        yard.states().put("1", TrunkState.NOT_REGISTERED);
        yard.states().put("2", TrunkState.NO_CIRCUIT);
        assertThat(tried(choices, Cause.TEMPORARY_FAILURE)).containsExactly("3", "exhausted 41");

        yard.states().put("3", TrunkState.NOT_REGISTERED);
        assertThat(tried(choices, Cause.TEMPORARY_FAILURE)).containsExactly("exhausted 34");

        yard.states().put("2", TrunkState.NOT_REGISTERED);
        assertThat(tried(choices, Cause.TEMPORARY_FAILURE)).containsExactly("exhausted 27");
        assertThat(tried(List.of(), Cause.TEMPORARY_FAILURE)).containsExactly("exhausted 27");
    }

    @Test
    void what_others_would_find_too_stops_the_search_where_the_system_says_so() {
        var choices = List.of(group("a", Distribution.TOP_DOWN, "1", "2"));

        assertThat(tried(choices, Cause.USER_BUSY)).containsExactly("1", "stopped 17");
        assertThat(tried(choices, Cause.UNALLOCATED_NUMBER)).containsExactly("1", "stopped 1");
        var first = (Try) RouteSelection.begin(choices, yard);
        var on = new StopRouting(false, false, false);
        assertThat(RouteSelection.onward(choices, first.from(), Cause.USER_BUSY, on, yard))
                .isInstanceOf(Try.class);
    }

    @Property
    void every_free_device_is_tried_once_and_no_other(
            @ForAll @Size(max = 4) List<@Size(max = 5) List<TrunkState>> states, @ForAll List<Boolean> circular) {
        var choices = new ArrayList<Choice>();
        var free = new HashSet<String>();
        for (var i = 0; i < states.size(); i++) {
            var devices = new ArrayList<String>();
            for (var state : states.get(i)) {
                var device = i + "-" + devices.size();
                devices.add(device);
                yard.states().put(device, state);
                if (state == TrunkState.FREE) {
                    free.add(device);
                }
            }
            var around = i < circular.size() && circular.get(i);
            choices.add(group(
                    "g" + i, around ? Distribution.CIRCULAR : Distribution.TOP_DOWN, devices.toArray(String[]::new)));
        }

        var tried = tried(choices, Cause.TEMPORARY_FAILURE);

        assertThat(tried.subList(0, tried.size() - 1))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(free);
        assertThat(tried.getLast()).startsWith("exhausted");
    }
}
