package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.BlfStatus;
import org.keyline.sccp.codec.field.CallHistory;
import org.keyline.sccp.codec.field.CallPrecedence;
import org.keyline.sccp.codec.field.CallPrivacy;
import org.keyline.sccp.codec.field.CallSecurityStatus;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.CallType;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.RedirectReason;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.field.SubscriptionCause;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Server to station: what a call does and who is in it. */
public sealed interface ServerCall extends ServerMessage {
    /**
     * The parties of a call. Each replaces the former; CallManager 3 sends a shorter body.
     *
     * @param callingPartyName who calls
     * @param callingParty the caller's number
     * @param calledPartyName who is called
     * @param calledParty the called number
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     * @param callType which way it goes
     * @param originalCalledPartyName who was called first
     * @param originalCalledParty the number called first
     * @param lastRedirectingPartyName who redirected last
     * @param lastRedirectingParty the number that redirected last
     * @param originalRedirectReason why the first called party did not get the call
     * @param lastRedirectingReason why the call was redirected last
     * @param callingVoiceMailbox the caller's mailbox
     * @param calledVoiceMailbox the called party's mailbox
     * @param originalCalledVoiceMailbox the first called party's mailbox
     * @param lastRedirectingVoiceMailbox the last redirecting party's mailbox
     * @param callInstance the number of the call on the line, from 1
     * @param securityStatus lock and shield
     * @param restrictions bits of names and numbers not to be shown: 1 calling name, 2 calling number, 4 called name, 8
     *     called number, …
     */
    record CallInfo(
            String callingPartyName,
            String callingParty,
            String calledPartyName,
            String calledParty,
            int lineInstance,
            int callReference,
            CallType callType,
            String originalCalledPartyName,
            String originalCalledParty,
            String lastRedirectingPartyName,
            String lastRedirectingParty,
            RedirectReason originalRedirectReason,
            RedirectReason lastRedirectingReason,
            String callingVoiceMailbox,
            String calledVoiceMailbox,
            String originalCalledVoiceMailbox,
            String lastRedirectingVoiceMailbox,
            int callInstance,
            CallSecurityStatus securityStatus,
            int restrictions)
            implements ServerCall {
        static CallInfo read(SccpReader in) {
            return new CallInfo(
                    in.text(40),
                    in.text(24),
                    in.text(40),
                    in.text(24),
                    in.u32(),
                    in.u32(),
                    in.remaining() < 4 ? CallType.INBOUND : CallType.of(in.u32()),
                    in.text(40),
                    in.text(24),
                    in.text(40),
                    in.text(24),
                    RedirectReason.of(in.u32()),
                    RedirectReason.of(in.u32()),
                    in.text(24),
                    in.text(24),
                    in.text(24),
                    in.text(24),
                    in.u32(),
                    in.remaining() < 4 ? CallSecurityStatus.UNKNOWN : CallSecurityStatus.of(in.u32()),
                    in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.text(40, callingPartyName)
                    .text(24, callingParty)
                    .text(40, calledPartyName)
                    .text(24, calledParty);
            out.u32(lineInstance).u32(callReference).u32(callType.number()).text(40, originalCalledPartyName);
            out.text(24, originalCalledParty)
                    .text(40, lastRedirectingPartyName)
                    .text(24, lastRedirectingParty)
                    .u32(originalRedirectReason.number());
            out.u32(lastRedirectingReason.number())
                    .text(24, callingVoiceMailbox)
                    .text(24, calledVoiceMailbox)
                    .text(24, originalCalledVoiceMailbox);
            out.text(24, lastRedirectingVoiceMailbox)
                    .u32(callInstance)
                    .u32(securityStatus.number())
                    .u32(restrictions);
        }
    }

    /**
     * Which softkeys a call offers; with zeros, the idle phone.
     *
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     * @param softKeySet the set
     * @param validKeyMask bit n enables the n-th key of the set
     */
    record SelectSoftKeys(int lineInstance, int callReference, SoftKeySet softKeySet, int validKeyMask)
            implements ServerCall {
        static SelectSoftKeys read(SccpReader in) {
            return new SelectSoftKeys(in.u32("lineInstance"), in.u32(), SoftKeySet.of(in.u32()), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance).u32(callReference).u32(softKeySet.number()).u32(validKeyMask);
        }
    }

    /**
     * What a call does. CallManager 3 and older send the first three words only.
     *
     * @param state the state
     * @param lineInstance the line
     * @param callReference the call
     * @param privacy how much of it is shown
     * @param precedence its precedence level
     * @param precedenceDomain zero
     */
    record CallStateMessage(
            CallState state,
            int lineInstance,
            int callReference,
            CallPrivacy privacy,
            CallPrecedence precedence,
            int precedenceDomain)
            implements ServerCall {

        /** An ordinary call: shown in full, routine precedence. */
        public static CallStateMessage of(CallState state, int lineInstance, int callReference) {
            return new CallStateMessage(
                    state, lineInstance, callReference, CallPrivacy.NONE, CallPrecedence.ROUTINE, 0);
        }

        static CallStateMessage read(SccpReader in) {
            return new CallStateMessage(
                    CallState.of(in.u32("callState")),
                    in.u32("lineInstance"),
                    in.u32("callReference"),
                    CallPrivacy.of(in.u32()),
                    in.remaining() < 4 ? CallPrecedence.ROUTINE : CallPrecedence.of(in.u32()),
                    in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(state.number()).u32(lineInstance).u32(callReference);
            if (out.atLeast(5)) {
                out.u32(privacy.number()).u32(precedence.number()).u32(precedenceDomain);
            }
        }
    }

    /**
     * A line's call comes to the front.
     *
     * @param lineInstance the line, 0 for none
     */
    record ActivateCallPlane(int lineInstance) implements ServerCall {
        static ActivateCallPlane read(SccpReader in) {
            return new ActivateCallPlane(in.u32("lineInstance"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance);
        }
    }

    /** No call is in front. */
    record DeactivateCallPlane() implements ServerCall {
        static DeactivateCallPlane read(SccpReader in) {
            return new DeactivateCallPlane();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * The last dialled digit is taken back.
     *
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record BackSpaceRes(int lineInstance, int callReference) implements ServerCall {
        static BackSpaceRes read(SccpReader in) {
            return new BackSpaceRes(in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance).u32(callReference);
        }
    }

    /**
     * The number that was dialled, for the list of placed calls.
     *
     * @param dialedNumber the number
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record DialedNumber(String dialedNumber, int lineInstance, int callReference) implements ServerCall {
        static DialedNumber read(SccpReader in) {
            return new DialedNumber(in.directoryNumber(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.directoryNumber(dialedNumber).u32(lineInstance).u32(callReference);
        }
    }

    /**
     * A call is marked or unmarked.
     *
     * @param selected 1 marked, 0 unmarked
     * @param callReference the call, 0 for none
     * @param lineInstance the line, 0 for none
     */
    record CallSelectStat(int selected, int callReference, int lineInstance) implements ServerCall {
        static CallSelectStat read(SccpReader in) {
            return new CallSelectStat(in.u32("selected"), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(selected).u32(callReference).u32(lineInstance);
        }
    }

    /**
     * The parties of a call, for phones with dynamic messages: 12 strings up to version 16, 15 from 17 on (version 16
     * is never negotiated). Each replaces the former.
     *
     * @param lineInstance the line
     * @param callReference the call
     * @param callType which way it goes
     * @param originalRedirectReason why the first called party did not get the call
     * @param lastRedirectingReason why the call was redirected last
     * @param callInstance the number of the call on the line, from 1
     * @param securityStatus lock and shield
     * @param restrictions bits of names and numbers not to be shown: 1 calling name, 2 calling number, 4 called name, …
     * @param callingParty the caller's number
     * @param alternateCallingParty the caller's untransformed number; from version 17 on
     * @param calledParty the called number
     * @param originalCalledParty the number called first
     * @param lastRedirectingParty the number that redirected last
     * @param callingVoiceMailbox the caller's mailbox
     * @param calledVoiceMailbox the called party's mailbox
     * @param originalCalledVoiceMailbox the first called party's mailbox
     * @param lastRedirectingVoiceMailbox the last redirecting party's mailbox
     * @param callingPartyName who calls
     * @param calledPartyName who is called
     * @param originalCalledPartyName who was called first
     * @param lastRedirectingPartyName who redirected last
     * @param huntPilotNumber the hunt group's number; from version 17 on
     * @param huntPilotName the hunt group's name; from version 17 on
     */
    record CallInfoDynamic(
            int lineInstance,
            int callReference,
            CallType callType,
            RedirectReason originalRedirectReason,
            RedirectReason lastRedirectingReason,
            int callInstance,
            CallSecurityStatus securityStatus,
            int restrictions,
            String callingParty,
            String alternateCallingParty,
            String calledParty,
            String originalCalledParty,
            String lastRedirectingParty,
            String callingVoiceMailbox,
            String calledVoiceMailbox,
            String originalCalledVoiceMailbox,
            String lastRedirectingVoiceMailbox,
            String callingPartyName,
            String calledPartyName,
            String originalCalledPartyName,
            String lastRedirectingPartyName,
            String huntPilotNumber,
            String huntPilotName)
            implements ServerCall {

        static CallInfoDynamic read(SccpReader in) {
            boolean all = in.atLeast(17);
            return new CallInfoDynamic(
                    in.u32("lineInstance"),
                    in.u32(),
                    CallType.of(in.u32("callType")),
                    RedirectReason.of(in.u32()),
                    RedirectReason.of(in.u32()),
                    in.u32(),
                    CallSecurityStatus.of(in.u32()),
                    in.u32(),
                    in.cString(),
                    all ? in.cString() : "",
                    in.cString(),
                    in.cString(),
                    in.cString(),
                    in.cString(),
                    in.cString(),
                    in.cString(),
                    in.cString(),
                    in.cString(),
                    in.cString(),
                    in.cString(),
                    in.cString(),
                    all ? in.cString() : "",
                    all ? in.cString() : "");
        }

        @Override
        public void write(SccpWriter out) {
            boolean all = out.atLeast(17);
            out.u32(lineInstance).u32(callReference).u32(callType.number());
            out.u32(originalRedirectReason.number()).u32(lastRedirectingReason.number());
            out.u32(callInstance).u32(securityStatus.number()).u32(restrictions);
            out.cString(callingParty);
            if (all) {
                out.cString(alternateCallingParty);
            }
            out.cString(calledParty).cString(originalCalledParty).cString(lastRedirectingParty);
            out.cString(callingVoiceMailbox).cString(calledVoiceMailbox);
            out.cString(originalCalledVoiceMailbox).cString(lastRedirectingVoiceMailbox);
            out.cString(callingPartyName).cString(calledPartyName);
            out.cString(originalCalledPartyName).cString(lastRedirectingPartyName);
            if (all) {
                out.cString(huntPilotNumber).cString(huntPilotName);
            }
        }
    }

    /**
     * The answer to SubscriptionStatReq.
     *
     * @param transactionId pairs question and answer
     * @param featureId 1 for busy lamp
     * @param timer seconds
     * @param cause how it fared
     */
    record SubscriptionStat(int transactionId, int featureId, int timer, SubscriptionCause cause)
            implements ServerCall {
        static SubscriptionStat read(SccpReader in) {
            return new SubscriptionStat(in.u32("transactionId"), in.u32(), in.u32(), SubscriptionCause.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(transactionId).u32(featureId).u32(timer).u32(cause.number());
        }
    }

    /**
     * What a watched number does now.
     *
     * @param transactionId pairs question and answer
     * @param featureId 1 for busy lamp
     * @param status what it does
     * @param text at most 96 bytes
     */
    record Notification(int transactionId, int featureId, BlfStatus status, DisplayText text) implements ServerCall {
        static Notification read(SccpReader in) {
            return new Notification(
                    in.u32("transactionId"), in.u32(), BlfStatus.of(in.u32()), DisplayText.of(in.cString()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(transactionId).u32(featureId).u32(status.number()).cString(96, text.value());
        }
    }

    /**
     * The list a call goes to; newer phones.
     *
     * @param disposition the list
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record CallHistoryDisposition(CallHistory disposition, int lineInstance, int callReference) implements ServerCall {
        static CallHistoryDisposition read(SccpReader in) {
            return new CallHistoryDisposition(CallHistory.of(in.u32("disposition")), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(disposition.number()).u32(lineInstance).u32(callReference);
        }
    }

    /**
     * A call is being recorded, or no longer.
     *
     * @param callReference the call, 0 for none
     * @param recording whether it is
     */
    record RecordingStatus(int callReference, boolean recording) implements ServerCall {
        static RecordingStatus read(SccpReader in) {
            return new RecordingStatus(in.u32("callReference"), in.flag());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(callReference).flag(recording);
        }
    }
}
