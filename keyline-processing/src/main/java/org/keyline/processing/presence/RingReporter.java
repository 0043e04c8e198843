package org.keyline.processing.presence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.device.DeviceState;
import org.keyline.callcontrol.device.DeviceState.RingingLeg;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;

/**
 * Says what rings at one registered device in pickup groups whose members are told; where no group wants that, a look
 * costs two comparisons. Belongs to the device's actor.
 */
public final class RingReporter {
    private final PickupNotices notices;
    private final GroupMember member;
    private final Map<CallReference, Party> said = HashMap.newHashMap(0);
    private NoticedGroups noticed = NoticedGroups.NONE;
    private Map<LineInstance, String> groups = Map.of();
    private @Nullable Phone phone;

    /** @param member whom to tell of calls that ring at others */
    public RingReporter(PickupNotices notices, GroupMember member) {
        this.notices = notices;
        this.member = member;
    }

    /** The device stands so now. */
    public void look(DeviceState state) {
        var now = notices.noticed();
        if (now.isEmpty() && groups.isEmpty()) {
            return;
        }
        if (!now.equals(noticed) || !state.phone().equals(phone)) {
            noticed = now;
            phone = state.phone();
            choose(now.of(state.phone()));
        }
        if (!groups.isEmpty()) {
            say(state.ringing());
        }
    }

    private void choose(Map<LineInstance, String> chosen) {
        if (!chosen.equals(groups)) {
            forget();
            groups = chosen;
            if (chosen.isEmpty()) {
                notices.left(member);
            } else {
                notices.joined(member, Set.copyOf(new HashSet<>(chosen.values())));
            }
        }
    }

    private void say(Map<CallReference, RingingLeg> ringing) {
        said.keySet().removeIf(leg -> {
            var over = !ringing.containsKey(leg);
            if (over) {
                notices.silent(leg);
            }
            return over;
        });
        ringing.forEach((leg, call) -> {
            var group = groups.get(call.line());
            if (group != null) {
                say(leg, call.calling(), group);
            }
        });
    }

    private void say(CallReference leg, Party calling, String group) {
        var before = said.put(leg, calling);
        if (before == null) {
            notices.rings(leg, group);
        } else if (!before.equals(calling)) {
            notices.callsNow(leg);
        }
    }

    /** The device is gone. */
    public void gone() {
        forget();
        if (!groups.isEmpty()) {
            groups = Map.of();
            notices.left(member);
        }
    }

    private void forget() {
        said.keySet().forEach(notices::silent);
        said.clear();
    }
}
