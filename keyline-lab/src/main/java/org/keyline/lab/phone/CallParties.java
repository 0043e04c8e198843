package org.keyline.lab.phone;

import org.keyline.sccp.codec.field.CallType;
import org.keyline.sccp.codec.message.ServerCall;

/**
 * Who is in a call, as the phone was last told.
 *
 * @param type inbound, outbound or forwarded
 * @param calling number of the caller
 * @param callingName name of the caller
 * @param called number of the called
 * @param calledName name of the called
 * @param originalCalled number first called, where redirected
 * @param lastRedirecting number that redirected last
 * @param icon the security icon
 */
public record CallParties(
        CallType type,
        String calling,
        String callingName,
        String called,
        String calledName,
        String originalCalled,
        String lastRedirecting,
        SecurityIcon icon) {

    static CallParties of(ServerCall.CallInfo info) {
        return new CallParties(
                info.callType(),
                info.callingParty(),
                info.callingPartyName(),
                info.calledParty(),
                info.calledPartyName(),
                info.originalCalledParty(),
                info.lastRedirectingParty(),
                SecurityIcon.of(info.securityStatus()));
    }

    static CallParties of(ServerCall.CallInfoDynamic info) {
        return new CallParties(
                info.callType(),
                info.callingParty(),
                info.callingPartyName(),
                info.calledParty(),
                info.calledPartyName(),
                info.originalCalledParty(),
                info.lastRedirectingParty(),
                SecurityIcon.of(info.securityStatus()));
    }

    /** Whether the call came in. */
    public boolean isInbound() {
        return type.equals(CallType.INBOUND);
    }

    /** The number at the other end. */
    public String other() {
        return isInbound() ? calling : called;
    }

    /** The name at the other end. */
    public String otherName() {
        return isInbound() ? callingName : calledName;
    }
}
