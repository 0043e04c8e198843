package org.keyline.lab.phone;

import java.util.List;
import java.util.stream.Stream;
import org.keyline.sccp.codec.field.AudioCapability;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.DeviceType;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.message.RegisterForm;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.MediaAddress;

/**
 * What tells one model and load from another on the wire.
 *
 * @param model the name people use, for example {@code 7962}
 * @param type its device type
 * @param version the highest protocol version of the load, 3…22
 * @param features the feature bytes of Register
 * @param form how long its Register is
 * @param load the firmware load
 * @param buttons line and feature buttons it really has
 * @param family what it asks for and understands
 * @param codecs what it can do, its favourite first
 * @param modules the expansion modules beside it, the nearest first
 */
public record PhoneProfile(
        String model,
        DeviceType type,
        int version,
        FeatureBits features,
        RegisterForm form,
        String load,
        int buttons,
        Family family,
        List<AudioCapability> codecs,
        List<AddOnModule> modules) {
    /** A phone without modules. */
    public PhoneProfile(
            String model,
            DeviceType type,
            int version,
            FeatureBits features,
            RegisterForm form,
            String load,
            int buttons,
            Family family,
            List<AudioCapability> codecs) {
        this(model, type, version, features, form, load, buttons, family, codecs, List.of());
    }

    /** How a family of models differs in what it says and understands. */
    public enum Family {
        /** 7902, 7910, 12SP: no softkeys, static texts. */
        LEGACY,
        /** 7940, 7960: softkeys, no acknowledgement of transmission, no ITL, no MIC. */
        CLASSIC,
        /** 7905, 7912: keypad messages without a call. */
        SMALL,
        /** 794x to 797x: everything. */
        JAVA,
        /** 69xx and 89xx. */
        NEWER;

        /** Whether there are softkeys to ask for. */
        public boolean hasSoftkeys() {
            return this != LEGACY;
        }

        /** Whether it fetches an ITL and knows Reset type 3. */
        public boolean isModern() {
            return this == JAVA || this == NEWER;
        }
    }

    /** Of the models with an ITL, those that never learnt to ask a trust verification service. */
    private static final List<String> WITHOUT_VERIFICATION = List.of("6901", "6911");

    private static final int MAXIMUM_STREAMS = 5;
    private static final int MAXIMUM_CONFERENCES = 3;
    private static final FeatureBits NO_DYNAMIC = new FeatureBits(0, 0, 0);
    private static final FeatureBits OLD_DYNAMIC = new FeatureBits(0, 0x60, 0x05);
    private static final FeatureBits CLASSIC_BITS = new FeatureBits(0, 0x60, 0x85);
    private static final FeatureBits JAVA_BITS = new FeatureBits(0, 0x72, 0x85);
    private static final FeatureBits NEWER_BITS = new FeatureBits(0x20, 0x70, 0x85);

    private static final List<AudioCapability> NARROW =
            List.of(AudioCapability.of(Codec.G711_ULAW_64K, 40), AudioCapability.of(Codec.G711_ALAW_64K, 40));

    /** The list a 7940 or 7960 sends. */
    private static final List<AudioCapability> CLASSIC_LIST = List.of(
            AudioCapability.of(Codec.WIDEBAND_256K, 120),
            AudioCapability.of(Codec.G711_ULAW_64K, 40),
            AudioCapability.of(Codec.G711_ALAW_64K, 40),
            AudioCapability.of(Codec.G729B, 60),
            AudioCapability.of(Codec.G729AB, 60),
            AudioCapability.of(Codec.G729, 60),
            AudioCapability.of(Codec.G729A, 60));

    private static final List<AudioCapability> JAVA_LIST = Stream.concat(
                    CLASSIC_LIST.stream(), Stream.of(AudioCapability.of(Codec.G722_64K, 40)))
            .toList();

    private static final List<PhoneProfile> MODELS = List.of(
            new PhoneProfile(
                    "7910",
                    DeviceType.CISCO_7910,
                    3,
                    NO_DYNAMIC,
                    RegisterForm.BASIC,
                    "P00403020214",
                    4,
                    Family.LEGACY,
                    NARROW),
            new PhoneProfile(
                    "7936",
                    DeviceType.CISCO_7936,
                    4,
                    NO_DYNAMIC,
                    RegisterForm.BASIC,
                    "cmterm_7936",
                    2,
                    Family.CLASSIC,
                    NARROW),
            new PhoneProfile(
                    "7912",
                    DeviceType.CISCO_7912G,
                    6,
                    NO_DYNAMIC,
                    RegisterForm.CONFERENCES,
                    "CP7912080001",
                    2,
                    Family.SMALL,
                    NARROW),
            new PhoneProfile(
                    "7905",
                    DeviceType.CISCO_7905G,
                    6,
                    NO_DYNAMIC,
                    RegisterForm.CONFERENCES,
                    "CP7905080001",
                    1,
                    Family.SMALL,
                    NARROW),
            new PhoneProfile(
                    "7920",
                    DeviceType.CISCO_7920,
                    5,
                    OLD_DYNAMIC,
                    RegisterForm.CONFERENCES,
                    "cmterm_7920.4.0-03-02",
                    6,
                    Family.CLASSIC,
                    NARROW),
            new PhoneProfile(
                    "7940",
                    DeviceType.CISCO_7940,
                    11,
                    CLASSIC_BITS,
                    RegisterForm.CONFERENCES,
                    "P00308010200",
                    2,
                    Family.CLASSIC,
                    CLASSIC_LIST),
            new PhoneProfile(
                    "7960",
                    DeviceType.CISCO_7960,
                    11,
                    CLASSIC_BITS,
                    RegisterForm.CONFERENCES,
                    "P00308010200",
                    6,
                    Family.CLASSIC,
                    CLASSIC_LIST),
            new PhoneProfile(
                    "7941",
                    DeviceType.CISCO_7941G,
                    17,
                    JAVA_BITS,
                    RegisterForm.LOAD,
                    "SCCP41.8-5-3S",
                    2,
                    Family.JAVA,
                    JAVA_LIST),
            new PhoneProfile(
                    "7961",
                    DeviceType.CISCO_7961G,
                    17,
                    JAVA_BITS,
                    RegisterForm.LOAD,
                    "SCCP41.8-5-3S",
                    6,
                    Family.JAVA,
                    JAVA_LIST),
            new PhoneProfile(
                    "7970",
                    DeviceType.CISCO_7970G,
                    20,
                    JAVA_BITS,
                    RegisterForm.STAMP,
                    "SCCP70.9-4-2SR3-1S",
                    8,
                    Family.JAVA,
                    JAVA_LIST),
            new PhoneProfile(
                    "7971",
                    DeviceType.CISCO_7971G_GE,
                    20,
                    JAVA_BITS,
                    RegisterForm.STAMP,
                    "SCCP70.9-4-2SR3-1S",
                    8,
                    Family.JAVA,
                    JAVA_LIST),
            new PhoneProfile(
                    "7942",
                    DeviceType.CISCO_7942G,
                    22,
                    JAVA_BITS,
                    RegisterForm.STAMP,
                    "SCCP42.9-4-2SR3-1S",
                    2,
                    Family.JAVA,
                    JAVA_LIST),
            new PhoneProfile(
                    "7945",
                    DeviceType.CISCO_7945G,
                    22,
                    JAVA_BITS,
                    RegisterForm.STAMP,
                    "SCCP45.9-4-2SR3-1S",
                    2,
                    Family.JAVA,
                    JAVA_LIST),
            new PhoneProfile(
                    "7962",
                    DeviceType.CISCO_7962G,
                    22,
                    JAVA_BITS,
                    RegisterForm.STAMP,
                    "SCCP42.9-4-2SR3-1S",
                    6,
                    Family.JAVA,
                    JAVA_LIST),
            new PhoneProfile(
                    "7965",
                    DeviceType.CISCO_7965G,
                    22,
                    JAVA_BITS,
                    RegisterForm.STAMP,
                    "SCCP45.9-4-2SR3-1S",
                    6,
                    Family.JAVA,
                    JAVA_LIST),
            new PhoneProfile(
                    "7975",
                    DeviceType.CISCO_7975G,
                    22,
                    JAVA_BITS,
                    RegisterForm.STAMP,
                    "SCCP75.9-4-2SR3-1S",
                    8,
                    Family.JAVA,
                    JAVA_LIST),
            new PhoneProfile(
                    "6961",
                    DeviceType.CISCO_6961,
                    15,
                    NEWER_BITS,
                    RegisterForm.CONFERENCES,
                    "SCCP69xx.8-5-3-0",
                    12,
                    Family.NEWER,
                    JAVA_LIST),
            new PhoneProfile(
                    "6911",
                    DeviceType.CISCO_6911,
                    20,
                    NEWER_BITS,
                    RegisterForm.LOAD,
                    "SCCP6911.9-2-1-0",
                    1,
                    Family.NEWER,
                    JAVA_LIST),
            new PhoneProfile(
                    "6921",
                    DeviceType.CISCO_6921,
                    20,
                    NEWER_BITS,
                    RegisterForm.LOAD,
                    "SCCP69xx.9-4-1-3",
                    2,
                    Family.NEWER,
                    JAVA_LIST));

    /** Keeps its own list. */
    public PhoneProfile {
        codecs = List.copyOf(codecs);
    }

    /** The usual load of a model. */
    public static PhoneProfile of(String model) {
        return MODELS.stream()
                .filter(profile -> profile.model.equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no profile of a " + model));
    }

    /** All models the lab knows. */
    public static List<PhoneProfile> all() {
        return MODELS;
    }

    /** The same model with another load, which speaks at most this version. */
    public PhoneProfile speaking(int otherVersion) {
        var bits = otherVersion < 8 ? new FeatureBits(features.first(), features.second(), 0) : features;
        return new PhoneProfile(
                model, type, otherVersion, bits, RegisterForm.of(otherVersion), load, buttons, family, codecs, modules);
    }

    /** The same phone with another load of the same abilities. */
    public PhoneProfile running(String otherLoad) {
        return new PhoneProfile(model, type, version, features, form, otherLoad, buttons, family, codecs, modules);
    }

    /** The same phone with other codecs. */
    public PhoneProfile with(Codec... chosen) {
        var list = Stream.of(chosen).map(codec -> AudioCapability.of(codec, 40)).toList();
        return new PhoneProfile(model, type, version, features, form, load, buttons, family, list, modules);
    }

    /** The same phone with these modules beside it. */
    public PhoneProfile beside(AddOnModule... chosen) {
        return new PhoneProfile(model, type, version, features, form, load, buttons, family, codecs, List.of(chosen));
    }

    /** Its own buttons and those of its modules. */
    public int allButtons() {
        return buttons + modules.stream().mapToInt(AddOnModule::buttons).sum();
    }

    /** The Register message of such a phone. */
    public StationRegistration.Register register(String name, MediaAddress address) {
        return new StationRegistration.Register(
                name,
                0,
                1,
                address,
                type,
                MAXIMUM_STREAMS,
                0,
                version,
                features,
                0,
                0,
                Bytes.EMPTY,
                MAXIMUM_CONFERENCES,
                buttons,
                MediaAddress.NONE,
                0,
                load,
                "",
                form);
    }

    /** Whether the phone asks a trust verification service about signers it does not know. */
    public boolean asksForVerification() {
        return family.isModern() && !WITHOUT_VERIFICATION.contains(model);
    }

    /** Whether the phone answers StartMediaTransmission. */
    public boolean acknowledgesTransmission() {
        return family.isModern() && version >= 11;
    }
}
