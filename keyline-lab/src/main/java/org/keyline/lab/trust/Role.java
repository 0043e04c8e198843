package org.keyline.lab.trust;

/** What a certificate in a trust list is good for (element 4 of a record). */
public enum Role {
    /** Signs trust lists: a security token or the server's own key. */
    SAST(0),
    /** Call manager: TLS signalling. */
    CCM(1),
    /** Call manager and TFTP server in one. */
    CCM_TFTP(2),
    /** Signs the files served by TFTP. */
    TFTP(3),
    /** TLS server of CAPF and issuer of LSCs. */
    CAPF(4),
    /** HTTPS services for phones. */
    APPLICATION(7),
    /** Trust verification service. */
    TVS(21),
    /** A number nobody has explained; kept, never trusted for anything. */
    UNKNOWN(-1);

    private final int code;

    Role(int code) {
        this.code = code;
    }

    /** The role of a number. */
    public static Role of(int code) {
        for (var role : values()) {
            if (role.code == code) {
                return role;
            }
        }
        return UNKNOWN;
    }

    /** Whether a certificate of this role may be the call manager's in a TLS handshake. */
    public boolean signals() {
        return this == CCM || this == CCM_TFTP;
    }

    /** Whether a certificate of this role may sign files. */
    public boolean signsFiles() {
        return this == CCM_TFTP || this == TFTP;
    }
}
