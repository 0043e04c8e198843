package org.keyline.callcontrol.digits;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyline.model.dial.AuthorizationCode;
import org.keyline.model.dial.ClientMatterCode;

/**
 * The codes that callers may be asked for.
 *
 * @param authorization forced authorization codes by their digits
 * @param clientMatter client matter codes by their digits
 */
public record Codes(Map<String, AuthorizationCode> authorization, Map<String, ClientMatterCode> clientMatter) {
    /** None: whoever is asked for a code cannot go on. */
    public static final Codes NONE = new Codes(Map.of(), Map.of());

    /** These; of two that share their digits the one of the higher level counts. */
    public static Codes of(Collection<AuthorizationCode> authorization, Collection<ClientMatterCode> clientMatter) {
        return new Codes(
                authorization.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                AuthorizationCode::code,
                                Function.identity(),
                                BinaryOperator.maxBy(Comparator.comparingInt(AuthorizationCode::level)))),
                clientMatter.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                ClientMatterCode::code, Function.identity(), (first, _) -> first)));
    }

    /** The code with these digits, if it allows what asks for {@code level}. */
    public Optional<AuthorizationCode> authorization(String digits, int level) {
        return Optional.ofNullable(authorization.get(digits)).filter(code -> code.level() >= level);
    }

    /** The code with these digits. */
    public Optional<ClientMatterCode> clientMatter(String digits) {
        return Optional.ofNullable(clientMatter.get(digits));
    }

    /** Codes are secrets of those who use them. */
    @Override
    public String toString() {
        return "Codes[" + authorization.size() + " for authorization, " + clientMatter.size() + " for client matters]";
    }
}
