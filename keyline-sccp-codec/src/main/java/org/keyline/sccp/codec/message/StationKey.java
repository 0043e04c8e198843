package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.MediaPath;
import org.keyline.sccp.codec.field.MediaPathUse;
import org.keyline.sccp.codec.field.OnOff;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Station to server: what the user does with hook, keys and buttons. */
public sealed interface StationKey extends StationMessage {
    /**
     * A key of the dial pad is pressed; from server to station, rarely, a digit to be played. Short forms lack the call
     * or the line too, and phones below version 15 may put the button's index where the line belongs.
     *
     * @param button the key
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record KeypadButton(KeypadKey button, int lineInstance, int callReference) implements StationKey, ServerMessage {
        static KeypadButton read(SccpReader in) {
            return new KeypadButton(KeypadKey.of(in.u32("kpButton")), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(button.number()).u32(lineInstance).u32(callReference);
        }
    }

    /**
     * A whole number dialled on-hook: predialled, redialled, or from a list. The line is there from version 17 on; from
     * 18 on the number is packed into 25 bytes, or padded to 28 by the 8945 family.
     *
     * <pre>
     * up to 16: number 24 | 17: number 24, line u32 | 18 on: number 25, line u32 | 8945: number 25, pad 3, line u32
     * </pre>
     *
     * @param calledParty the number
     * @param lineInstance the line, 0 for none
     */
    record EnblocCall(String calledParty, int lineInstance) implements StationKey {
        private static final int PACKED = 25 + 4;

        static EnblocCall read(SccpReader in) {
            boolean packed = in.remaining() >= PACKED;
            var number = in.text(packed ? 25 : 24);
            // A packed body filled up to 32 bytes is as long as a padded one; only the latter has zeros after the
            // number.
            boolean padded = packed && in.remaining() >= 7 && in.peek(0) == 0 && in.peek(1) == 0 && in.peek(2) == 0;
            if (padded) {
                in.skip(3);
            }
            return new EnblocCall(number, in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.directoryNumber(calledParty);
            if (out.atLeast(17)) {
                out.u32(lineInstance);
            }
        }
    }

    /**
     * A button is pressed; old firmware sends the first two words only.
     *
     * @param stimulus what the button is
     * @param stimulusInstance its instance in the button template
     * @param callReference the call, 0 for none
     * @param stimulusStatus zero
     */
    record Stimulus(ButtonType stimulus, int stimulusInstance, int callReference, int stimulusStatus)
            implements StationKey {
        static Stimulus read(SccpReader in) {
            return new Stimulus(ButtonType.of(in.u32("stimulus")), in.u32(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(stimulus.number()).u32(stimulusInstance).u32(callReference).u32(stimulusStatus);
        }
    }

    /**
     * Handset lifted, or speaker or headset key pressed. Zeros mean that no line was chosen.
     *
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record OffHook(int lineInstance, int callReference) implements StationKey {
        static OffHook read(SccpReader in) {
            return new OffHook(in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance).u32(callReference);
        }
    }

    /**
     * Handset put down; may come twice. Zeros mean the active call.
     *
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record OnHook(int lineInstance, int callReference) implements StationKey {
        static OnHook read(SccpReader in) {
            return new OnHook(in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance).u32(callReference);
        }
    }

    /**
     * Hook flash, from devices that have nothing else for hold and transfer.
     *
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record HookFlash(int lineInstance, int callReference) implements StationKey {
        static HookFlash read(SccpReader in) {
            return new HookFlash(in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance).u32(callReference);
        }
    }

    /**
     * Off hook with a calling party, from multi-line voice mail ports.
     *
     * @param callingPartyNumber the caller's number
     * @param callingVoiceMailbox the mailbox of the calling party
     * @param lineInstance the line, 0 for none
     */
    record OffHookWithCgpn(String callingPartyNumber, String callingVoiceMailbox, int lineInstance)
            implements StationKey {
        static OffHookWithCgpn read(SccpReader in) {
            return new OffHookWithCgpn(in.directoryNumber(), in.directoryNumber(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.directoryNumber(callingPartyNumber)
                    .directoryNumber(callingVoiceMailbox)
                    .u32(lineInstance);
        }
    }

    /**
     * A softkey is pressed.
     *
     * @param softKey the event number the server gave the key
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record SoftKeyEvent(SoftKey softKey, int lineInstance, int callReference) implements StationKey {
        static SoftKeyEvent read(SccpReader in) {
            return new SoftKeyEvent(SoftKey.of(in.u32("softKey")), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(softKey.number()).u32(lineInstance).u32(callReference);
        }
    }

    /**
     * The headset key changed.
     *
     * @param headset on or off
     */
    record HeadsetStatus(OnOff headset) implements StationKey {
        static HeadsetStatus read(SccpReader in) {
            return new HeadsetStatus(OnOff.of(in.u32("headset")));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(headset.number());
        }
    }

    /**
     * A transducer came into use or went out of it.
     *
     * @param mediaPath the transducer
     * @param event what happened
     */
    record MediaPathEvent(MediaPath mediaPath, MediaPathUse event) implements StationKey {
        static MediaPathEvent read(SccpReader in) {
            return new MediaPathEvent(MediaPath.of(in.u32("mediaPath")), MediaPathUse.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(mediaPath.number()).u32(event.number());
        }
    }
}
