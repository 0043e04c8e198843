package org.keyline.node.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.ctl.client.KnownServers;
import org.keyline.node.secure.Memory.KnownToken;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.token.TokenPlace;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;

/** The tokens are off this machine, or in hardware that gives no key away (W17 step 12). */
record KeptAway() implements Step {
    private static final String CONFIRMED = "tokens-away";

    @Override
    public String id() {
        return "tokensAway";
    }

    @Override
    public List<String> needs() {
        return List.of(CtlStep.ID);
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        if (!(here.ctl() instanceof StoredCtl.Sound(var list))) {
            return Seen.toDo("later");
        }
        var known = here.memory().tokens().stream()
                .filter(token -> isNamed(token, list))
                .toList();
        var left = known.stream()
                .filter(KeptAway::isFileHere)
                .map(KnownToken::place)
                .toList();
        if (!left.isEmpty()) {
            return Seen.needsYou("here", String.join(", ", left));
        }
        var isKnown = known.size() == list.with(Role.SAST).count();
        return isKnown || here.memory().get(CONFIRMED).isPresent()
                ? Seen.done("away", list.with(Role.SAST).count())
                : Seen.needsYou("unseen", list.with(Role.SAST).count());
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException {
        if (look(here).key().equals("unseen")) {
            if (talk.dialogue().confirm(talk.texts().text("tokensAway.confirm"))) {
                here.memory().put(CONFIRMED, here.now().toString());
            }
        } else {
            talk.pause();
        }
    }

    private static boolean isNamed(KnownToken token, TrustList list) {
        return list.with(Role.SAST).anyMatch(record -> {
            try {
                return record.x509()
                        .filter(certificate ->
                                KnownServers.fingerprint(certificate).equals(token.fingerprint()))
                        .isPresent();
            } catch (MalformedFileException unreadable) {
                return false;
            }
        });
    }

    /** Whether the token can be used now: its file is where it was, or it is in hardware that may be plugged in. */
    static boolean isHere(KnownToken token) {
        return token.place().startsWith(TokenPlace.PREFIX) || isFileHere(token);
    }

    private static boolean isFileHere(KnownToken token) {
        return !token.place().startsWith(TokenPlace.PREFIX) && Files.exists(Path.of(token.place()));
    }
}
