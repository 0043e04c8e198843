package org.keyline.serviceability.counter;

import java.util.List;
import java.util.Optional;
import org.keyline.serviceability.counter.PerfCounter.Kind;

/** Every counter Keyline has. What each means stands in the message catalogue {@code counters}. */
public final class CounterCatalogue {
    private static final String CALL_MANAGER = "Cisco CallManager";
    private static final String TFTP = "Cisco TFTP";
    private static final String BRIDGE = "Cisco SW Conference Bridge Device";
    private static final String MUSIC = "Cisco MOH Device";
    private static final String TERMINATION = "Cisco MTP Device";
    private static final String ANNUNCIATOR = "Cisco Annunciator Device";

    /** Phones that are registered as authenticated (spec SEC-07, PM-01). */
    public static final PerfCounter AUTHENTICATED_REGISTERED_PHONES = level("AuthenticatedRegisteredPhones");

    /** Phones that are registered as encrypted (spec SEC-11). */
    public static final PerfCounter ENCRYPTED_REGISTERED_PHONES = level("EncryptedRegisteredPhones");

    /** Phones that are being registered as authenticated (spec SEC-06: in the singular). */
    public static final PerfCounter AUTHENTICATED_PARTIALLY_REGISTERED_PHONE =
            level("AuthenticatedPartiallyRegisteredPhone");

    /** Phones that are being registered as encrypted (spec SEC-10: in the plural). */
    public static final PerfCounter ENCRYPTED_PARTIALLY_REGISTERED_PHONES = level("EncryptedPartiallyRegisteredPhones");

    /** Authenticated calls whose audio is up (spec SEC-04, PM-03). */
    public static final PerfCounter AUTHENTICATED_CALLS_ACTIVE = level("AuthenticatedCallsActive");

    /** Authenticated calls that were up and have ended (spec SEC-05, PM-02). */
    public static final PerfCounter AUTHENTICATED_CALLS_COMPLETED = total(CALL_MANAGER, "AuthenticatedCallsCompleted");

    /** Encrypted calls whose audio is up (spec SEC-08). */
    public static final PerfCounter ENCRYPTED_CALLS_ACTIVE = level("EncryptedCallsActive");

    /** Encrypted calls that were up and have ended (spec SEC-09). */
    public static final PerfCounter ENCRYPTED_CALLS_COMPLETED = total(CALL_MANAGER, "EncryptedCallsCompleted");

    /** Phones of any security that are being registered. */
    public static final PerfCounter PARTIALLY_REGISTERED_PHONE = level("PartiallyRegisteredPhone");

    /** Phones of any security that are registered. */
    public static final PerfCounter REGISTERED_PHONES = level("RegisteredHardwarePhones");

    /** Calls of any security whose audio is up. */
    public static final PerfCounter CALLS_ACTIVE = level("CallsActive");

    /** Calls of any security that were up and have ended. */
    public static final PerfCounter CALLS_COMPLETED = total(CALL_MANAGER, "CallsCompleted");

    /** All calls from dial tone on. */
    public static final PerfCounter CALLS_IN_PROGRESS = level("CallsInProgress");

    /** Calls, and music on hold, for which a location had not enough bandwidth. */
    public static final PerfCounter LOCATION_OUT_OF_RESOURCES = total(CALL_MANAGER, "LocationOutOfResources");

    /** Files for phones that were built and signed (spec SEC-21). */
    public static final PerfCounter BUILD_SIGN_COUNT = total(TFTP, "BuildSignCount");

    /** Configuration files that were encrypted for their phone (spec SEC-22). */
    public static final PerfCounter ENCRYPT_COUNT = total(TFTP, "EncryptCount");

    /** Those who found all ports of the conference bridge taken. */
    public static final PerfCounter BRIDGE_OUT_OF_RESOURCES = total(BRIDGE, "OutOfResources");

    /** Ports of the conference bridge that are taken. */
    public static final PerfCounter BRIDGE_ACTIVE = level(BRIDGE, "ResourceActive");

    /** Ports of the conference bridge that are free. */
    public static final PerfCounter BRIDGE_AVAILABLE = level(BRIDGE, "ResourceAvailable");

    /** Ports the conference bridge has. */
    public static final PerfCounter BRIDGE_TOTAL = level(BRIDGE, "ResourceTotal");

    /** Conferences that are going on. */
    public static final PerfCounter CONFERENCES_ACTIVE = level(BRIDGE, "SWConferenceActive");

    /** Conferences that have ended. */
    public static final PerfCounter CONFERENCES_COMPLETED = total(BRIDGE, "SWConferenceCompleted");

    /** The most listeners of music on hold at once. */
    public static final PerfCounter MUSIC_HIGHEST = level(MUSIC, "MOHHighestActiveResources");

    /** Those who were held and found all ports taken. */
    public static final PerfCounter MUSIC_OUT_OF_RESOURCES = total(MUSIC, "MOHOutOfResources");

    /** Listeners there may be. */
    public static final PerfCounter MUSIC_TOTAL = level(MUSIC, "MOHTotalUnicastResources");

    /** Listeners there are. */
    public static final PerfCounter MUSIC_ACTIVE = level(MUSIC, "MOHUnicastResourceActive");

    /** Listeners there may be besides. */
    public static final PerfCounter MUSIC_AVAILABLE = level(MUSIC, "MOHUnicastResourceAvailable");

    /** Those who found all ports of the annunciator taken. */
    public static final PerfCounter ANNUNCIATOR_OUT_OF_RESOURCES = total(ANNUNCIATOR, "OutOfResources");

    /** Ports of the annunciator that are taken. */
    public static final PerfCounter ANNUNCIATOR_ACTIVE = level(ANNUNCIATOR, "ResourceActive");

    /** Ports of the annunciator that are free. */
    public static final PerfCounter ANNUNCIATOR_AVAILABLE = level(ANNUNCIATOR, "ResourceAvailable");

    /** Ports the annunciator has. */
    public static final PerfCounter ANNUNCIATOR_TOTAL = level(ANNUNCIATOR, "ResourceTotal");

    /** Calls that found all media termination points taken. */
    public static final PerfCounter TERMINATION_OUT_OF_RESOURCES = total(TERMINATION, "OutOfResources");

    /** Media termination points that are taken. */
    public static final PerfCounter TERMINATION_ACTIVE = level(TERMINATION, "ResourceActive");

    /** Media termination points that are free. */
    public static final PerfCounter TERMINATION_AVAILABLE = level(TERMINATION, "ResourceAvailable");

    /** Media termination points there are. */
    public static final PerfCounter TERMINATION_TOTAL = level(TERMINATION, "ResourceTotal");

    private static final List<PerfObject> OBJECTS = List.of(
            new PerfObject(
                    CALL_MANAGER,
                    "Cisco Unified Communications Manager",
                    List.of(
                            AUTHENTICATED_CALLS_ACTIVE,
                            AUTHENTICATED_CALLS_COMPLETED,
                            AUTHENTICATED_PARTIALLY_REGISTERED_PHONE,
                            AUTHENTICATED_REGISTERED_PHONES,
                            CALLS_ACTIVE,
                            CALLS_COMPLETED,
                            CALLS_IN_PROGRESS,
                            ENCRYPTED_CALLS_ACTIVE,
                            ENCRYPTED_CALLS_COMPLETED,
                            ENCRYPTED_PARTIALLY_REGISTERED_PHONES,
                            ENCRYPTED_REGISTERED_PHONES,
                            LOCATION_OUT_OF_RESOURCES,
                            PARTIALLY_REGISTERED_PHONE,
                            REGISTERED_PHONES)),
            new PerfObject(TFTP, "TFTP server", List.of(BUILD_SIGN_COUNT, ENCRYPT_COUNT)),
            new PerfObject(
                    BRIDGE,
                    "SW conference bridge",
                    List.of(
                            BRIDGE_OUT_OF_RESOURCES,
                            BRIDGE_ACTIVE,
                            BRIDGE_AVAILABLE,
                            BRIDGE_TOTAL,
                            CONFERENCES_ACTIVE,
                            CONFERENCES_COMPLETED)),
            new PerfObject(
                    MUSIC,
                    "Music on hold",
                    List.of(MUSIC_HIGHEST, MUSIC_OUT_OF_RESOURCES, MUSIC_TOTAL, MUSIC_ACTIVE, MUSIC_AVAILABLE)),
            new PerfObject(
                    ANNUNCIATOR,
                    "Annunciator",
                    List.of(
                            ANNUNCIATOR_OUT_OF_RESOURCES,
                            ANNUNCIATOR_ACTIVE,
                            ANNUNCIATOR_AVAILABLE,
                            ANNUNCIATOR_TOTAL)),
            new PerfObject(
                    TERMINATION,
                    "Media termination point",
                    List.of(
                            TERMINATION_OUT_OF_RESOURCES,
                            TERMINATION_ACTIVE,
                            TERMINATION_AVAILABLE,
                            TERMINATION_TOTAL)));

    private CounterCatalogue() {}

    /** All objects with their counters, each in the order of the alphabet. */
    public static List<PerfObject> objects() {
        return OBJECTS;
    }

    /** The object of this name, or of this name in the troubleshooting guide. */
    public static Optional<PerfObject> object(String asked) {
        return OBJECTS.stream().filter(object -> object.isCalled(asked)).findFirst();
    }

    private static PerfCounter level(String name) {
        return level(CALL_MANAGER, name);
    }

    private static PerfCounter level(String object, String name) {
        return new PerfCounter(object, name, Kind.LEVEL);
    }

    private static PerfCounter total(String object, String name) {
        return new PerfCounter(object, name, Kind.TOTAL);
    }
}
