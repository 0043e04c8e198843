package org.keyline.callcontrol.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.resource.ResourceLists.Tier;
import org.keyline.model.device.DeviceName;
import org.keyline.model.server.MediaResourceGroup;

/** Which resources a device's list leads to, and in which order. */
class ResourceListsTest {
    private static final List<DeviceName> PRESENT = names("MOH_1", "MOH_2", "MOH_3", "MOH_4");

    private final ResourceLists lists = ResourceLists.of(
            Map.of("Near", group("Near", "MOH_2", "MOH_9", "MOH_1"), "Far", group("Far", "MOH_3")),
            Map.of("Staff", List.of("Near", "Far"), "Guests", List.of("Far", "Gone")));

    private static List<DeviceName> names(String... names) {
        return Stream.of(names).map(DeviceName::new).toList();
    }

    private static MediaResourceGroup group(String name, String... resources) {
        return new MediaResourceGroup(name, names(resources));
    }

    @Test
    void groups_are_asked_in_order_and_what_is_in_none_comes_last() {
        assertThat(lists.tiers(Optional.of("Staff"), PRESENT))
                .containsExactly(
                        new Tier("Near", names("MOH_2", "MOH_1")),
                        new Tier("Far", names("MOH_3")),
                        new Tier("", names("MOH_4")));
    }

    @Test
    void without_a_list_only_what_is_in_no_group_serves() {
        assertThat(lists.tiers(Optional.empty(), PRESENT)).containsExactly(new Tier("", names("MOH_4")));
        assertThat(lists.tiers(Optional.of("Unknown"), PRESENT)).containsExactly(new Tier("", names("MOH_4")));
    }

    @Test
    void a_group_that_is_gone_is_passed_over() {
        assertThat(lists.tiers(Optional.of("Guests"), PRESENT))
                .containsExactly(new Tier("Far", names("MOH_3")), new Tier("", names("MOH_4")));
    }

    @Test
    void without_groups_all_serve_all() {
        assertThat(ResourceLists.NONE.tiers(Optional.empty(), PRESENT)).containsExactly(new Tier("", PRESENT));
    }
}
