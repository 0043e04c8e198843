package org.keyline.config.snapshot;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.KeyCatalogue;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.NumberRange;
import org.keyline.model.dial.Partition;
import org.keyline.model.keys.SoftkeyTemplate;
import org.keyline.model.keys.StandardSoftkeys;
import org.keyline.model.media.MediaSettings;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.CallManagerGroup;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Node;
import org.keyline.model.server.Region;
import org.keyline.model.server.SrstFallback;
import org.keyline.model.server.SrstReference;
import org.keyline.model.user.PhoneService;

/**
 * The configuration at one revision. Immutable: readers keep one for as long as one piece of work takes and never see
 * half a change.
 *
 * @param revision grows with every committed change
 * @param nodes by name
 * @param callManagerGroups by name
 * @param srstReferences by name
 * @param devicePools by name
 * @param media regions, locations and what else decides about media
 * @param partitions by name
 * @param callingSearchSpaces by name
 * @param lines every directory number
 * @param phones by device name, as they are now: with the profile of whoever is logged in
 * @param numberPlan translation patterns, hunt pilots and what belongs to them
 * @param parameters enterprise and service parameters: the value in force (set or default) by kind and field
 * @param keys templates of phones' keys
 * @param people users, their profiles, and services of phones
 */
public record ConfigSnapshot(
        long revision,
        Map<String, Node> nodes,
        Map<String, CallManagerGroup> callManagerGroups,
        Map<String, SrstReference> srstReferences,
        Map<String, DevicePool> devicePools,
        MediaPlan media,
        Map<String, Partition> partitions,
        Map<String, CallingSearchSpace> callingSearchSpaces,
        Collection<Line> lines,
        Map<DeviceName, Phone> phones,
        NumberPlan numberPlan,
        Parameters parameters,
        KeyCatalogue keys,
        People people) {
    /** A snapshot with the standard templates alone. */
    public ConfigSnapshot(
            long revision,
            Map<String, Node> nodes,
            Map<String, CallManagerGroup> callManagerGroups,
            Map<String, SrstReference> srstReferences,
            Map<String, DevicePool> devicePools,
            Map<String, Region> regions,
            Map<String, Partition> partitions,
            Map<String, CallingSearchSpace> callingSearchSpaces,
            Collection<Line> lines,
            Map<DeviceName, Phone> phones,
            NumberPlan numberPlan,
            Parameters parameters) {
        this(
                revision,
                nodes,
                callManagerGroups,
                srstReferences,
                devicePools,
                MediaPlan.of(regions),
                partitions,
                callingSearchSpaces,
                lines,
                phones,
                numberPlan,
                parameters,
                KeyCatalogue.STANDARD,
                People.NONE);
    }

    /** The regions, by name. */
    public Map<String, Region> regions() {
        return media.regions();
    }

    /** What a phone does about media: its own settings, or its device pool's. */
    public MediaSettings mediaSettings(Phone phone) {
        var own = phone.placement().media();
        return Optional.ofNullable(devicePools.get(phone.devicePool()))
                .map(pool -> own.orOf(pool.media()))
                .orElse(own);
    }

    public Optional<Phone> phone(DeviceName name) {
        return Optional.ofNullable(phones.get(name));
    }

    /** The softkeys of a phone: its own template's, or its device pool's, or the standard ones. */
    public SoftkeyTemplate softkeys(Phone phone) {
        return phone.keys()
                .softkeyTemplate()
                .or(() ->
                        Optional.ofNullable(devicePools.get(phone.devicePool())).flatMap(DevicePool::softkeyTemplate))
                .map(name -> keys.softkeyTemplates().get(name))
                .orElseGet(StandardSoftkeys.STANDARD_USER::template);
    }

    /** The buttons of a phone: its own template's, or its model's standard ones. */
    public ButtonTemplate buttons(Phone phone) {
        return phone.keys()
                .buttonTemplate()
                .map(name -> keys.buttonTemplates().get(name))
                .filter(template -> template.model().equals(phone.model().name()))
                .orElseGet(() -> ButtonTemplate.standard(phone.model()));
    }

    /** The services a phone offers now, in order; what is switched off is not among them. */
    public List<PhoneService> services(Phone phone) {
        return phone.subscription().services().stream()
                .flatMap(name -> Optional.ofNullable(people.services().get(name)).stream())
                .filter(PhoneService::enabled)
                .toList();
    }

    /** The SRST reference of a phone's device pool, where it has one. */
    public Optional<SrstReference> srstReference(Phone phone) {
        return Optional.ofNullable(devicePools.get(phone.devicePool()))
                .filter(pool -> pool.srst() instanceof SrstFallback.Reference)
                .map(pool -> srstReferences.get(((SrstFallback.Reference) pool.srst()).name()));
    }

    /** The names of the device pools that use the SRST reference of this name, in order. */
    public List<String> poolsOfSrst(String reference) {
        return devicePools.values().stream()
                .filter(pool -> pool.srst().equals(new SrstFallback.Reference(reference)))
                .map(DevicePool::name)
                .sorted()
                .toList();
    }

    /** The phones whose device pool uses the SRST reference of this name, in the order of their names. */
    public List<Phone> phonesOfSrst(String reference) {
        return phones.values().stream()
                .filter(phone -> srstReference(phone)
                        .filter(used -> used.name().equals(reference))
                        .isPresent())
                .sorted(Comparator.comparing(Phone::name))
                .toList();
    }

    /**
     * The numbers that this node gives to phones that register themselves; empty where none may. In a mixed-mode
     * cluster none may, whatever was asked (spec CTL3-55, CTL3-58, OV-17).
     */
    public Optional<NumberRange> autoRegistration(String node) {
        var isAllowed = clusterSecurityMode() == ClusterSecurityMode.NON_SECURE
                && callManagerGroups.values().stream()
                        .anyMatch(group ->
                                group.autoRegistration() && group.nodes().contains(node));
        return Optional.ofNullable(nodes.get(node)).filter(_ -> isAllowed).flatMap(Node::autoRegistration);
    }

    /** The cluster's security mode as the CTL client set it. */
    public ClusterSecurityMode clusterSecurityMode() {
        return parameters.clusterSecurityMode();
    }

    /**
     * The mode a phone really gets: its own or the system default, never more than its model supports, and non-secure
     * in a non-secure cluster without erasing what was asked (spec OV-37, OV-38, PH-020, PH-021, PH-031).
     */
    public SecurityClass effectiveSecurityMode(Phone phone) {
        if (clusterSecurityMode() == ClusterSecurityMode.NON_SECURE) {
            return SecurityClass.NON_SECURE;
        }
        var asked = phone.securityMode() == DeviceSecurityMode.USE_SYSTEM_DEFAULT
                ? parameters.defaultDeviceSecurityMode()
                : phone.securityMode();
        return switch (asked) {
            case ENCRYPTED -> strongest(phone, SecurityClass.ENCRYPTED);
            case AUTHENTICATED -> strongest(phone, SecurityClass.AUTHENTICATED);
            case NON_SECURE, USE_SYSTEM_DEFAULT -> SecurityClass.NON_SECURE;
        };
    }

    /** Whether the user of a phone keeps calls from others who have the same line. */
    public boolean wantsPrivacy(Phone phone) {
        return switch (phone.features().privacy()) {
            case ON -> true;
            case OFF -> false;
            case DEFAULT -> parameters.privacySetting();
        };
    }

    private static SecurityClass strongest(Phone phone, SecurityClass asked) {
        var model = phone.model();
        if (!model.supports(SecurityFeature.DEVICE_AUTHENTICATION)) {
            return SecurityClass.NON_SECURE;
        }
        return model.supports(SecurityFeature.SIGNALLING_ENCRYPTION)
                ? asked
                : asked.weaker(SecurityClass.AUTHENTICATED);
    }
}
