package org.keyline.capf.message;

import java.util.Optional;

/** The commands that are understood, with their numbers. */
enum Command {
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
    REQUEST_IN_PROGRESS(17);

    private final int id;

    Command(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    static Optional<Command> of(int id) {
        for (var command : values()) {
            if (command.id == id) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
