package org.keyline.config.store;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;

/** What an object must satisfy beyond its fields one by one, and what follows from its fields. */
sealed interface Rules
        permits AudioSourceRules,
                MediaStreamingRules,
                PhoneRules,
                NodeRules,
                CapfRules,
                CallManagerRules,
                SrstRules,
                DevicePoolRules,
                PatternRules,
                RouteFilterRules,
                RouteListRules,
                PickupGroupRules,
                TimePeriodRules,
                SoftkeyRules,
                ButtonRules,
                ProfileRules,
                NoRules {
    /** What a new object gets where nothing is given and another default than the field's own holds. */
    default Map<String, Value> defaults(Map<String, Value> given, Workspace workspace) {
        return Map.of();
    }

    /** Fills in what follows from other fields, for example the operation status of a new certificate operation. */
    default ConfigObject derive(ConfigObject object, Optional<ConfigObject> before, Workspace workspace, Clock clock) {
        return object;
    }

    /** What is wrong with the object. */
    default List<Problem> check(
            ConfigObject object, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        return List.of();
    }

    /** What the administrator should know once the object is saved. */
    default List<Notice> notices(ConfigObject object, Optional<ConfigObject> before, Workspace workspace) {
        return List.of();
    }

    /** The rules of a kind. */
    static Rules of(String kind) {
        if (kind.equals(Kinds.PHONE.name())) {
            return new PhoneRules();
        }
        return switch (kind) {
            case "node" -> new NodeRules();
            case "srstReference" -> new SrstRules();
            case "devicePool" -> new DevicePoolRules();
            case "translationPattern", "routePattern", "huntPilot", "callPark", "directedCallPark", "meetMeNumber" ->
                new PatternRules();
            case "routeFilter" -> new RouteFilterRules();
            case "routeList" -> new RouteListRules();
            case "pickupGroup" -> new PickupGroupRules();
            case "audioSource" -> new AudioSourceRules();
            case "mediaStreaming" -> new MediaStreamingRules();
            case "timePeriod" -> new TimePeriodRules();
            case "softkeyTemplate" -> new SoftkeyRules();
            case "phoneButtonTemplate" -> new ButtonRules();
            case "deviceProfile" -> new ProfileRules();
            case "capf" -> new CapfRules();
            case "enterprise" -> new CallManagerRules("deviceSecurityMode");
            case "callmanager" -> new CallManagerRules("builtInBridgeEnable");
            default -> new NoRules();
        };
    }
}
