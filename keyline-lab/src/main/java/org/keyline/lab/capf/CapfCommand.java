package org.keyline.lab.capf;

/** The messages of CAPF, by their numbers. */
public enum CapfCommand {
    AUTH_REQ(1),
    AUTH_RES(2),
    KEYGEN_REQ(3),
    KEYGEN_RES(4),
    ENCRYPT_REQ(5),
    ENCRYPT_RES(6),
    STORE_CERT_REQ(9),
    STORE_CERT_RES(10),
    FETCH_CERT_REQ(11),
    FETCH_CERT_RES(12),
    DELETE_CERT_REQ(13),
    DELETE_CERT_RES(14),
    END_SESSION(15),
    RETRY_LATER(16),
    REQUEST_IN_PROGRESS(17);

    private final int id;

    CapfCommand(int id) {
        this.id = id;
    }

    /** The number on the wire. */
    public int id() {
        return id;
    }

    static CapfCommand of(int id) throws CapfTrouble {
        for (var command : values()) {
            if (command.id == id) {
                return command;
            }
        }
        throw new CapfTrouble("command " + id + " is not one a phone answers");
    }
}
