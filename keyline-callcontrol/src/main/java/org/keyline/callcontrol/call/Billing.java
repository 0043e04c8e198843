package org.keyline.callcontrol.call;

import java.util.Optional;
import org.keyline.callcontrol.station.CodeKind;
import org.keyline.model.dial.AuthorizationCode;
import org.keyline.model.dial.ClientMatterCode;

/**
 * What a caller entered before a call went on, as records of calls keep it: the authorization code itself is not here.
 *
 * @param authorization the name of the authorization code; empty where none was asked for
 * @param level its level, 0 to 255
 * @param clientMatter the client matter code; empty where none was asked for
 */
public record Billing(Optional<String> authorization, int level, Optional<String> clientMatter) {
    /** Nothing was asked for. */
    public static final Billing NONE = new Billing(Optional.empty(), 0, Optional.empty());

    Billing authorized(AuthorizationCode code) {
        return new Billing(Optional.of(code.name()), code.level(), clientMatter);
    }

    Billing chargedTo(ClientMatterCode code) {
        return new Billing(authorization, level, Optional.of(code.code()));
    }

    boolean has(CodeKind kind) {
        return switch (kind) {
            case AUTHORIZATION -> authorization.isPresent();
            case CLIENT_MATTER -> clientMatter.isPresent();
        };
    }
}
