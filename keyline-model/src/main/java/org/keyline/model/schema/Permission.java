package org.keyline.model.schema;

/** Who may change a field. */
public enum Permission {
    /** Those who run the system; they may change what operators may. */
    ADMINISTRATOR,
    /** Those who look after phones and names day by day. */
    OPERATOR,
    /** The CTL client only, for example the cluster security mode. */
    CTL_CLIENT,
    /** The system itself, for example the outcome of a certificate operation, and a restored backup. */
    SYSTEM;

    /** Whether one who acts with this permission may change a field that asks for {@code needed}. */
    public boolean mayChange(Permission needed) {
        return switch (this) {
            case SYSTEM -> true;
            case ADMINISTRATOR -> needed == ADMINISTRATOR || needed == OPERATOR;
            case OPERATOR -> needed == OPERATOR;
            case CTL_CLIENT -> needed == CTL_CLIENT;
        };
    }
}
