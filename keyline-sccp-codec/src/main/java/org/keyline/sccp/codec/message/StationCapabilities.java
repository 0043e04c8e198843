package org.keyline.sccp.codec.message;

import java.util.List;
import org.keyline.sccp.codec.field.AudioCapability;
import org.keyline.sccp.codec.field.CapabilitiesForm;
import org.keyline.sccp.codec.field.MediaCapabilities;
import org.keyline.sccp.codec.field.MediaPath;
import org.keyline.sccp.codec.field.MediaPathAbility;
import org.keyline.sccp.codec.field.Slots;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Station to server: what the device can do. */
public sealed interface StationCapabilities extends StationMessage {
    /**
     * The codecs the phone can do, at most 18. Phones always send all 18 slots.
     *
     * @param capabilities the codecs
     */
    record CapabilitiesRes(List<AudioCapability> capabilities) implements StationCapabilities {
        private static final int SLOTS = 18;

        /** Keeps its own list. */
        public CapabilitiesRes {
            capabilities = List.copyOf(capabilities);
        }

        static CapabilitiesRes read(SccpReader in) {
            int count = in.count("capabilityCount", AudioCapability.SIZE);
            return new CapabilitiesRes(Slots.read(in, count, SLOTS, AudioCapability.SIZE, AudioCapability::read));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(Math.min(capabilities.size(), SLOTS));
            Slots.write(out, capabilities, SLOTS, AudioCapability.SIZE, AudioCapability::write);
        }
    }

    /**
     * Everything the phone can do with media, first form.
     *
     * @param capabilities what it can do
     */
    record UpdateCapabilities(MediaCapabilities capabilities) implements StationCapabilities {
        static UpdateCapabilities read(SccpReader in) {
            return new UpdateCapabilities(MediaCapabilities.read(in, CapabilitiesForm.V1));
        }

        @Override
        public void write(SccpWriter out) {
            capabilities.write(out, CapabilitiesForm.V1);
        }
    }

    /**
     * Everything the phone can do with media, second form.
     *
     * @param capabilities what it can do
     */
    record UpdateCapabilitiesV2(MediaCapabilities capabilities) implements StationCapabilities {
        static UpdateCapabilitiesV2 read(SccpReader in) {
            return new UpdateCapabilitiesV2(MediaCapabilities.read(in, CapabilitiesForm.V2));
        }

        @Override
        public void write(SccpWriter out) {
            capabilities.write(out, CapabilitiesForm.V2);
        }
    }

    /**
     * Everything the phone can do with media, third form.
     *
     * @param capabilities what it can do
     */
    record UpdateCapabilitiesV3(MediaCapabilities capabilities) implements StationCapabilities {
        static UpdateCapabilitiesV3 read(SccpReader in) {
            return new UpdateCapabilitiesV3(MediaCapabilities.read(in, CapabilitiesForm.V3));
        }

        @Override
        public void write(SccpWriter out) {
            capabilities.write(out, CapabilitiesForm.V3);
        }
    }

    /**
     * What a transducer may do.
     *
     * @param mediaPath the transducer
     * @param capability what it may do
     */
    record MediaPathCapability(MediaPath mediaPath, MediaPathAbility capability) implements StationCapabilities {
        static MediaPathCapability read(SccpReader in) {
            return new MediaPathCapability(MediaPath.of(in.u32("mediaPath")), MediaPathAbility.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(mediaPath.number()).u32(capability.number());
        }
    }

    /**
     * An expansion module is attached; one message for each.
     *
     * @param instance its place, from 1
     * @param addOnType 1 for 7914, 2 for 7915, 3 for 7916
     * @param maxAllowed modules at most
     * @param text such as {@code max-chained=2 deviceLine=14}
     */
    record ExtensionDeviceCaps(int instance, int addOnType, int maxAllowed, String text)
            implements StationCapabilities {
        static ExtensionDeviceCaps read(SccpReader in) {
            int instance = in.u32("instance");
            int addOnType = in.u32();
            int maxAllowed = in.u32();
            in.skip(24);
            return new ExtensionDeviceCaps(instance, addOnType, maxAllowed, in.text(128));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(instance).u32(addOnType).u32(maxAllowed).zeros(24);
            out.text(128, text);
        }
    }
}
