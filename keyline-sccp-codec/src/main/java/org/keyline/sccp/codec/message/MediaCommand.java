package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.field.VideoCommand;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Either way: commands and notes about media, and message waiting between servers. */
public sealed interface MediaCommand extends StationMessage, ServerMessage {
    /**
     * A command to the sender of video, such as a fast update.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     * @param command what to do
     * @param parameters words of the command, at most 36 bytes
     */
    record MiscellaneousCommand(
            int conferenceId, int passThroughPartyId, int callReference, VideoCommand command, Bytes parameters)
            implements MediaCommand {
        static MiscellaneousCommand read(SccpReader in) {
            return new MiscellaneousCommand(
                    in.u32("conferenceId"), in.u32(), in.u32(), VideoCommand.of(in.u32()), in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(callReference).u32(command.number());
            out.bytes(parameters);
        }
    }

    /**
     * Send at no more than this rate.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     * @param maximumBitRate units of 100 bit/s
     */
    record FlowControlCommand(int conferenceId, int passThroughPartyId, int callReference, int maximumBitRate)
            implements MediaCommand {
        static FlowControlCommand read(SccpReader in) {
            return new FlowControlCommand(in.u32("conferenceId"), in.u32(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(callReference).u32(maximumBitRate);
        }
    }

    /**
     * The rate of a stream has changed.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     * @param maximumBitRate units of 100 bit/s
     */
    record FlowControlNotify(int conferenceId, int passThroughPartyId, int callReference, int maximumBitRate)
            implements MediaCommand {
        static FlowControlNotify read(SccpReader in) {
            return new FlowControlNotify(in.u32("conferenceId"), in.u32(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(callReference).u32(maximumBitRate);
        }
    }

    /**
     * A media device has seen a digit in RTP.
     *
     * @param tone the tone
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     */
    record NotifyDtmfTone(Tone tone, int conferenceId, int passThroughPartyId) implements MediaCommand {
        static NotifyDtmfTone read(SccpReader in) {
            return new NotifyDtmfTone(Tone.of(in.u32("tone")), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(tone.number()).u32(conferenceId).u32(passThroughPartyId);
        }
    }

    /**
     * Message waiting for a number, between servers and gateways.
     *
     * @param targetNumber whose lamp
     * @param controlNumber who says so
     * @param messagesWaiting whether there are messages
     * @param voice voice messages
     * @param priorityVoice urgent voice messages
     * @param fax fax messages
     * @param priorityFax urgent fax messages
     */
    record MwiNotification(
            String targetNumber,
            String controlNumber,
            boolean messagesWaiting,
            Count voice,
            Count priorityVoice,
            Count fax,
            Count priorityFax)
            implements MediaCommand {
        /**
         * How many messages.
         *
         * @param fresh new messages
         * @param old messages already heard
         */
        public record Count(long fresh, long old) {
            static Count read(SccpReader in) {
                return new Count(in.counter(), in.counter());
            }

            void write(SccpWriter out) {
                out.counter(fresh).counter(old);
            }
        }

        static MwiNotification read(SccpReader in) {
            return new MwiNotification(
                    in.text(25),
                    in.text(25),
                    in.u32("messagesWaiting") != 0,
                    Count.read(in),
                    Count.read(in),
                    Count.read(in),
                    Count.read(in));
        }

        @Override
        public void write(SccpWriter out) {
            out.text(25, targetNumber).text(25, controlNumber).flag(messagesWaiting);
            voice.write(out);
            priorityVoice.write(out);
            fax.write(out);
            priorityFax.write(out);
        }
    }

    /**
     * The answer to MwiNotification.
     *
     * @param targetNumber whose lamp
     * @param result 0 for success
     */
    record MwiResponse(String targetNumber, int result) implements MediaCommand {
        static MwiResponse read(SccpReader in) {
            return new MwiResponse(in.text(25), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.text(25, targetNumber).u32(result);
        }
    }
}
