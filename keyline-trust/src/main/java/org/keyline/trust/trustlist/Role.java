package org.keyline.trust.trustlist;

/**
 * What a certificate in a trust list is trusted for. Numbers without a name are kept when a list is read.
 *
 * @param number 0 to 65,535
 */
public record Role(int number) {
    /** System administrator security token: a signer of lists. */
    public static final Role SAST = new Role(0);
    /** Call manager: SCCP over TLS. */
    public static final Role CCM = new Role(1);
    /** Call manager and TFTP on one server. */
    public static final Role CCM_TFTP = new Role(2);
    /** TFTP: signs files for phones. */
    public static final Role TFTP = new Role(3);
    /** CAPF. */
    public static final Role CAPF = new Role(4);
    /** Application server: services over HTTPS. */
    public static final Role APPLICATION_SERVER = new Role(7);
    /** Trust verification service. */
    public static final Role TVS = new Role(21);

    /** The name administrators know, or the number of an unknown role. */
    public String label() {
        return switch (number) {
            case 0 -> "SAST";
            case 1 -> "CCM";
            case 2 -> "CCM+TFTP";
            case 3 -> "TFTP";
            case 4 -> "CAPF";
            case 7 -> "Application server";
            case 21 -> "TVS";
            default -> "Role " + number;
        };
    }

    /** Whether the role has a name; only such roles are written. */
    public boolean isKnown() {
        return !label().startsWith("Role ");
    }

    /** Whether a phone that has a certificate with this role asks for signed files. */
    public boolean signsFiles() {
        return this.equals(CCM_TFTP) || this.equals(TFTP);
    }

    @Override
    public String toString() {
        return label();
    }
}
