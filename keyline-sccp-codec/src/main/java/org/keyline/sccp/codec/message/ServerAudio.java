package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.OnOff;
import org.keyline.sccp.codec.field.RingDuration;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.field.ToneDirection;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Server to station: tones, ringer, lamps and audio path. */
public sealed interface ServerAudio extends ServerMessage {
    /**
     * A tone begins. Old servers send the first word or two only.
     *
     * @param tone the tone
     * @param direction who hears it
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record StartTone(Tone tone, ToneDirection direction, int lineInstance, int callReference) implements ServerAudio {
        static StartTone read(SccpReader in) {
            return new StartTone(
                    Tone.of(in.u32("tone")),
                    in.remaining() < 4 ? ToneDirection.USER : ToneDirection.of(in.u32()),
                    in.u32(),
                    in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(tone.number()).u32(direction.number()).u32(lineInstance).u32(callReference);
        }
    }

    /**
     * A tone ends.
     *
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     * @param tone which one; from version 11 on
     */
    record StopTone(int lineInstance, int callReference, Tone tone) implements ServerAudio {
        static StopTone read(SccpReader in) {
            return new StopTone(in.u32(), in.u32(), Tone.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance).u32(callReference);
            if (out.atLeast(11)) {
                out.u32(tone.number());
            }
        }
    }

    /**
     * The phone rings or stops ringing. CallManager 2 sends the first word only.
     *
     * @param ringMode how it rings
     * @param ringDuration how long
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record SetRinger(RingMode ringMode, RingDuration ringDuration, int lineInstance, int callReference)
            implements ServerAudio {
        static SetRinger read(SccpReader in) {
            return new SetRinger(
                    RingMode.of(in.u32("ringMode")),
                    in.remaining() < 4 ? RingDuration.NORMAL : RingDuration.of(in.u32()),
                    in.u32(),
                    in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(ringMode.number())
                    .u32(ringDuration.number())
                    .u32(lineInstance)
                    .u32(callReference);
        }
    }

    /**
     * A lamp changes.
     *
     * @param stimulus which kind of lamp
     * @param stimulusInstance which one of its kind; 0 for the message lamp
     * @param lampMode what it does
     */
    record SetLamp(ButtonType stimulus, int stimulusInstance, LampMode lampMode) implements ServerAudio {
        static SetLamp read(SccpReader in) {
            return new SetLamp(ButtonType.of(in.u32("stimulus")), in.u32(), LampMode.of(in.u32("lampMode")));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(stimulus.number()).u32(stimulusInstance).u32(lampMode.number());
        }
    }

    /** The phone shall report hook flashes; once after registration. */
    record SetHookFlashDetect() implements ServerAudio {
        static SetHookFlashDetect read(SccpReader in) {
            return new SetHookFlashDetect();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * Speaker on takes the phone off hook; off ends its audio. Never on while the handset is lifted.
     *
     * @param speaker on or off
     */
    record SetSpeakerMode(OnOff speaker) implements ServerAudio {
        static SetSpeakerMode read(SccpReader in) {
            return new SetSpeakerMode(OnOff.of(in.u32("speaker")));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(speaker.number());
        }
    }

    /**
     * Microphone on or off.
     *
     * @param microphone on or off
     */
    record SetMicroMode(OnOff microphone) implements ServerAudio {
        static SetMicroMode read(SccpReader in) {
            return new SetMicroMode(OnOff.of(in.u32("microphone")));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(microphone.number());
        }
    }
}
