package org.keyline.trust.inventory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a certificate that is not ours is trusted for. Each purpose has a store of its own. */
public enum TrustPurpose {
    /** LDAP over TLS to the company's directory (spec OV-15). */
    DIRECTORY("directory-trust"),
    /** Voice mail: the certificate that signs the Unity devices' own (spec OV-48). */
    UNITY("Unity-trust"),
    /** Gateways that take over when no call manager is reached (spec OV-47). */
    SRST("SRST-trust"),
    /** Manufacturers whose certificates (MIC) phones bring from their factory (spec OV-41). */
    PHONE_MANUFACTURERS("phone-trust"),
    /**
     * Who issued LSCs that phones hold beside this node's own CAPF: external authorities, and the CAPF of a server
     * before this one (spec CAPF-012, CAPF-036).
     */
    LSC_ISSUERS("CAPF-trust"),
    /** Certificate authorities that sign this node's own certificates. */
    AUTHORITIES("CA-trust");

    private final String operatorName;

    TrustPurpose(String operatorName) {
        this.operatorName = operatorName;
    }

    /** The store's name, for example {@code phone-trust}; also its directory's. */
    public String operatorName() {
        return operatorName;
    }

    /** What must be done before a change of the store takes effect everywhere. */
    public Set<FollowUp> after() {
        return switch (this) {
            case UNITY -> Set.of(FollowUp.RESTART_CALLMANAGER);
            case SRST -> Set.of(FollowUp.RESET_DEPENDENT_DEVICES);
            case DIRECTORY, PHONE_MANUFACTURERS, LSC_ISSUERS, AUTHORITIES -> Set.of();
        };
    }

    /** Whether only certificates of authorities make sense here. */
    boolean isForAuthorities() {
        return this == PHONE_MANUFACTURERS || this == LSC_ISSUERS || this == AUTHORITIES;
    }

    /** Whether an expired certificate may be trusted: the factories of the first phones are closed for good. */
    boolean admitsExpired() {
        return this == PHONE_MANUFACTURERS || this == LSC_ISSUERS;
    }

    /** The store of this name, in any case. */
    public static Optional<TrustPurpose> named(String name) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.operatorName.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
