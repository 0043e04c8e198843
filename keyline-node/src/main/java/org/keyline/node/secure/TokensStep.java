package org.keyline.node.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.ctl.client.KnownServers;
import org.keyline.node.secure.Memory.KnownToken;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.TokenException;
import org.keyline.trust.token.TokenPlace;
import org.keyline.trust.trustlist.Role;

/** At least two security tokens are ready to sign (W1 step 4, OV-16). */
record TokensStep() implements Step {
    static final String ID = "tokens";
    private static final int FEWEST = 2;
    private static final String ORGANISATION = "Keyline";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Seen look(Surroundings here) {
        if (here.ctl() instanceof StoredCtl.Sound(var list)) {
            return Seen.done("named", list.with(Role.SAST).count());
        }
        var known = here.memory().tokens();
        return known.size() < FEWEST ? Seen.toDo("few", known.size()) : Seen.done("ready", known.size());
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException, GeneralSecurityException {
        var given = new ArrayDeque<>(here.given().tokens());
        while (here.memory().tokens().size() < FEWEST) {
            talk.say("tokens.which", here.memory().tokens().size() + 1);
            add(here, talk, next(given, talk));
        }
    }

    private static String next(Deque<String> given, Talk talk) throws Cancelled {
        var place = given.poll();
        return place == null ? talk.ask("tokens.place", "") : place;
    }

    private static void add(Surroundings here, Talk talk, String text)
            throws Cancelled, IOException, GeneralSecurityException {
        if (text.isEmpty()) {
            return;
        }
        var place = TokenPlace.parse(text);
        var certificate = isThere(place) ? shown(here, talk, place) : made(here, talk, place);
        var written = place instanceof TokenPlace.SoftwareFile(var file)
                ? file.toAbsolutePath().normalize().toString()
                : place.toString();
        here.memory().add(new KnownToken(KnownServers.fingerprint(certificate), written));
        talk.say("tokens.taken", written, DistinguishedNameText.subject(certificate));
    }

    private static boolean isThere(TokenPlace place) {
        return switch (place) {
            case TokenPlace.SoftwareFile(Path file) -> Files.exists(file);
            case TokenPlace.Slot _ -> true;
        };
    }

    /** A token that is there already; one in hardware is given its key when it has none yet. */
    private static X509Certificate shown(Surroundings here, Talk talk, TokenPlace place)
            throws Cancelled, IOException, GeneralSecurityException {
        var seen = place.certificate();
        if (seen.isPresent()) {
            return seen.get();
        }
        try (var password = password(here, talk, place.toString())) {
            try {
                return place.open(password).certificate();
            } catch (TokenException empty) {
                if (empty.reason() != TokenException.Reason.NO_TOKEN || !talk.confirms("tokens.empty", place)) {
                    throw empty;
                }
                return place.create(password, newName(), ORGANISATION).certificate();
            }
        }
    }

    private static X509Certificate made(Surroundings here, Talk talk, TokenPlace place)
            throws Cancelled, IOException, GeneralSecurityException {
        talk.say("tokens.new", place);
        try (var password = chosen(here, talk, place)) {
            return place.create(password, newName(), ORGANISATION).certificate();
        }
    }

    /** A new password, typed twice. */
    private static Secret chosen(Surroundings here, Talk talk, TokenPlace place) throws Cancelled, IOException {
        var given = here.given().passwords().ofToken(place.toString());
        if (given.isPresent()) {
            return given.get();
        }
        while (true) {
            var first = talk.secret("tokens.password.new", place);
            try (var second = talk.secret("tokens.password.again", place)) {
                if (first.matches(second)) {
                    return first;
                }
            }
            first.close();
            talk.say("tokens.password.differ");
        }
    }

    static Secret password(Surroundings here, Talk talk, String place) throws Cancelled, IOException {
        var given = here.given().passwords().ofToken(place);
        return given.isPresent() ? given.get() : talk.secret("tokens.password", place);
    }

    /** Opens a token; its password is asked for. */
    static SecurityToken open(Surroundings here, Talk talk, TokenPlace place)
            throws Cancelled, IOException, GeneralSecurityException {
        try (var password = password(here, talk, place.toString())) {
            return place.open(password);
        }
    }

    /** Two tokens must be told apart in every list. */
    private static String newName() {
        return "SAST-" + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    }
}
