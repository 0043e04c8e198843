package org.keyline.capf.log;

/** The error codes of the CAPF log (spec SEC-52), each with its text as it has always stood there. */
public enum CapfCode {
    /** The operation is done. */
    SUCCESS("0 CAPF_OP_SUCCESS /*Success */"),
    /** Troubleshoot found no certificate in the phone: install one. */
    NO_CERTIFICATE("1 CAPF_FETCH_SUCCESS_BUT_NO_CERT /* Fetch is successful; however there is no cert */"),
    /** The operation failed for a reason that has no code of its own. */
    FAIL("2 CAPF_OP_FAIL /* Fail */"),
    /** The user typed a wrong string. */
    INVALID_STRING("3 CAPF_OP_FAIL_INVALID_AUTH_STR /* Invalid Authentication string */"),
    /** The LSC the phone showed does not count: update it. */
    INVALID_LSC("4 CAPF_OP_FAIL_INVALID_LSC /* Invalid LSC */"),
    /** The MIC the phone showed does not count: it needs an LSC. */
    INVALID_MIC("5 CAPF_OP_FAIL_INVALID_MIC, /* Invalid MIC */"),
    /** The phone proved nothing. */
    INVALID_CREDENTIALS("6 CAPF_OP_FAIL_INVALID_CRENDENTIALS, /* Invalid credential */"),
    /** The connection was lost, the phone fell silent or spoke nonsense. */
    COMMUNICATION("7 CAPF_OP_FAIL_PHONE_COMM_ERROR, /* Phone Communication Failure*/"),
    /** The operation's time was over before the phone came: schedule it again. */
    TIMED_OUT("8 CAPF_OP_FAIL_OP_TIMED_OUT, /* Operation timeout */"),
    /** The user typed the string when the operation's time was over: schedule it again. */
    LATE_REQUEST("11 CAPF_OP_FAIL_LATE_REQUEST /* User Initiated Request Late */");

    private final String text;

    CapfCode(String text) {
        this.text = text;
    }

    /** Number, name and comment. */
    public String text() {
        return text;
    }
}
