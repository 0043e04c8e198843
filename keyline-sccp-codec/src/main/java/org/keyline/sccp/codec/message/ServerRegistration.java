package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.field.ResetType;
import org.keyline.sccp.codec.field.UnregisterStatus;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Server to station: the answers to coming, staying and going. */
public sealed interface ServerRegistration extends ServerMessage {
    /**
     * The phone is registered. CallManager 2 sends no more than the first three fields.
     *
     * @param keepAliveInterval seconds between KeepAlives
     * @param dateTemplate D, M and Y in display order with separators, and A for the 12-hour clock; at most 6
     *     characters
     * @param secondaryKeepAliveInterval seconds between KeepAlives to the standby server
     * @param protocolVersion the negotiated version
     * @param features the server's answer to the phone's features
     */
    record RegisterAck(
            int keepAliveInterval,
            String dateTemplate,
            int secondaryKeepAliveInterval,
            int protocolVersion,
            FeatureBits features)
            implements ServerRegistration {

        static RegisterAck read(SccpReader in) {
            int keepAliveInterval = in.u32("keepAliveInterval");
            var dateTemplate = in.text(6);
            in.skip(2);
            return new RegisterAck(keepAliveInterval, dateTemplate, in.u32(), in.u8(), FeatureBits.read(in));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(keepAliveInterval).filledText(6, dateTemplate).zeros(2);
            out.u32(secondaryKeepAliveInterval).u8(protocolVersion);
            features.write(out);
        }
    }

    /** Asks what the phone can do; sent right after RegisterAck. */
    record CapabilitiesReq() implements ServerRegistration {
        static CapabilitiesReq read(SccpReader in) {
            return new CapabilitiesReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * The phone is not served.
     *
     * @param text shown by the phone, at most 31 bytes
     */
    record RegisterReject(DisplayText text) implements ServerRegistration {
        static RegisterReject read(SccpReader in) {
            return new RegisterReject(DisplayText.of(in.text(32)));
        }

        @Override
        public void write(SccpWriter out) {
            out.text(32, text.value());
        }
    }

    /**
     * The phone shall start again.
     *
     * @param resetType how
     */
    record Reset(ResetType resetType) implements ServerRegistration {
        static Reset read(SccpReader in) {
            return new Reset(ResetType.of(in.u32("resetType")));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(resetType.number());
        }
    }

    /** The server is alive. */
    record KeepAliveAck() implements ServerRegistration {
        static KeepAliveAck read(SccpReader in) {
            return new KeepAliveAck();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * The answer to UnregisterReq.
     *
     * @param status how it fared
     */
    record UnregisterAck(UnregisterStatus status) implements ServerRegistration {
        static UnregisterAck read(SccpReader in) {
            return new UnregisterAck(UnregisterStatus.of(in.u32("status")));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(status.number());
        }
    }

    /** The phone may come back now. */
    record RegisterTokenAck() implements ServerRegistration {
        static RegisterTokenAck read(SccpReader in) {
            return new RegisterTokenAck();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * The phone shall ask again later.
     *
     * @param waitTime seconds until the next request
     */
    record RegisterTokenReject(int waitTime) implements ServerRegistration {
        static RegisterTokenReject read(SccpReader in) {
            return new RegisterTokenReject(in.u32("waitTime"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(waitTime);
        }
    }

    /**
     * The SPA phone may register.
     *
     * @param features 65535
     */
    record SpcpRegisterTokenAck(int features) implements ServerRegistration {
        static SpcpRegisterTokenAck read(SccpReader in) {
            return new SpcpRegisterTokenAck(in.u32("features"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(features);
        }
    }

    /**
     * The SPA phone shall ask again later.
     *
     * @param waitTime seconds until the next request
     */
    record SpcpRegisterTokenReject(int waitTime) implements ServerRegistration {
        static SpcpRegisterTokenReject read(SccpReader in) {
            return new SpcpRegisterTokenReject(in.u32("waitTime"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(waitTime);
        }
    }
}
