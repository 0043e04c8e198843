package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * Station to server: questions about the device's configuration. Each wants an answer, in any order and at any time.
 */
public sealed interface StationRequest extends StationMessage {
    /**
     * Asks for the forwarding of a line.
     *
     * @param lineInstance the line, 0 for none
     */
    record ForwardStatReq(int lineInstance) implements StationRequest {
        static ForwardStatReq read(SccpReader in) {
            return new ForwardStatReq(in.u32("lineInstance"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance);
        }
    }

    /**
     * Asks for a speed dial.
     *
     * @param speedDialNumber instance of the speed dial button
     */
    record SpeedDialStatReq(int speedDialNumber) implements StationRequest {
        static SpeedDialStatReq read(SccpReader in) {
            return new SpeedDialStatReq(in.u32("speedDialNumber"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(speedDialNumber);
        }
    }

    /**
     * Asks for a line.
     *
     * @param lineInstance the line, 0 for none
     */
    record LineStatReq(int lineInstance) implements StationRequest {
        static LineStatReq read(SccpReader in) {
            return new LineStatReq(in.u32("lineInstance"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance);
        }
    }

    /** Asks for the device's configuration. */
    record ConfigStatReq() implements StationRequest {
        static ConfigStatReq read(SccpReader in) {
            return new ConfigStatReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /** Asks for the time; usually the last question of a registration. */
    record TimeDateReq() implements StationRequest {
        static TimeDateReq read(SccpReader in) {
            return new TimeDateReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /** Asks what the buttons are. */
    record ButtonTemplateReq() implements StationRequest {
        static ButtonTemplateReq read(SccpReader in) {
            return new ButtonTemplateReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /** Asks which load to run. */
    record VersionReq() implements StationRequest {
        static VersionReq read(SccpReader in) {
            return new VersionReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /** Asks for the list of servers. */
    record ServerReq() implements StationRequest {
        static ServerReq read(SccpReader in) {
            return new ServerReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /** Asks for the softkey sets. */
    record SoftKeySetReq() implements StationRequest {
        static SoftKeySetReq read(SccpReader in) {
            return new SoftKeySetReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /** Asks for the softkeys. */
    record SoftKeyTemplateReq() implements StationRequest {
        static SoftKeyTemplateReq read(SccpReader in) {
            return new SoftKeyTemplateReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * Asks for a service button.
     *
     * @param serviceUrlIndex instance of the service button
     */
    record ServiceUrlStatReq(int serviceUrlIndex) implements StationRequest {
        static ServiceUrlStatReq read(SccpReader in) {
            return new ServiceUrlStatReq(in.u32("serviceUrlIndex"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(serviceUrlIndex);
        }
    }

    /**
     * Asks for a feature button.
     *
     * @param featureIndex instance of the feature button
     * @param featureCapabilities 1 if the phone wants FeatureStatDynamic
     */
    record FeatureStatReq(int featureIndex, int featureCapabilities) implements StationRequest {
        static FeatureStatReq read(SccpReader in) {
            return new FeatureStatReq(in.u32("featureIndex"), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(featureIndex).u32(featureCapabilities);
        }
    }

    /**
     * Asks to be told what a number does (busy lamp in call lists).
     *
     * @param transactionId pairs question and answer
     * @param featureId 1 for busy lamp
     * @param timer seconds
     * @param subscriptionId the number watched
     */
    record SubscriptionStatReq(int transactionId, int featureId, int timer, String subscriptionId)
            implements StationRequest {
        static SubscriptionStatReq read(SccpReader in) {
            return new SubscriptionStatReq(in.u32("transactionId"), in.u32(), in.u32(), in.text(64));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(transactionId).u32(featureId).u32(timer).text(64, subscriptionId);
        }
    }

    /** Asks how many calls each line takes; may be ignored. */
    record CallCountReq() implements StationRequest {
        static CallCountReq read(SccpReader in) {
            return new CallCountReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }
}
