package org.keyline.node.secure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.node.NodeInventory;
import org.keyline.node.backup.Backup;
import org.keyline.node.backup.Progress;
import org.keyline.trust.sealed.Passphrase;
import org.keyline.trust.secret.Secret;

/** The node was saved with its keys and the present CTL file, behind a passphrase (BR-01). */
record BackupStep() implements Step {
    private static final String SAVED = "backup";

    @Override
    public String id() {
        return "backup";
    }

    @Override
    public List<String> needs() {
        return List.of(CtlStep.ID);
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Seen look(Surroundings here) {
        if (!(here.ctl() instanceof StoredCtl.Sound(var list))) {
            return Seen.toDo("none");
        }
        var saved = here.memory().get(SAVED);
        var now = list.header().created() + " ";
        return saved.isPresent() && saved.get().startsWith(now)
                ? Seen.done("saved", saved.get().substring(now.length()))
                : Seen.toDo(saved.isPresent() ? "old" : "none");
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException {
        var given = here.given().backup();
        var place = given.isPresent() ? given.get() : Path.of(talk.ask("backup.place", ""));
        if (place.toString().isEmpty() || !(here.ctl() instanceof StoredCtl.Sound(var list))) {
            return;
        }
        var chosen = passphrase(here, talk);
        if (chosen.isEmpty()) {
            return;
        }
        try (var passphrase = chosen.get()) {
            var name = NodeInventory.name(here.directory());
            var made = new Backup(here.directory().path(), name, here.configuration(), Clock.systemUTC())
                    .make(new Backup.Wish(Optional.of(place), true), passphrase, Progress.UNSEEN);
            here.memory().put(SAVED, list.header().created() + " " + made.file());
            talk.say("backup.also", made.file());
        }
    }

    /** From the file that was given, or typed twice; empty when it is not fit, which was said then. */
    private static Optional<Secret> passphrase(Surroundings here, Talk talk) throws Cancelled, IOException {
        var given = here.given().passwords().ofBackup();
        if (given.isPresent()) {
            return fit(given.get(), talk);
        }
        var first = talk.secret("backup.passphrase");
        try (var second = talk.secret("backup.passphrase.again")) {
            if (!first.matches(second)) {
                first.close();
                talk.say("backup.passphrase.differ");
                return Optional.empty();
            }
        }
        return fit(first, talk);
    }

    private static Optional<Secret> fit(Secret passphrase, Talk talk) {
        if (Passphrase.problem(passphrase).isPresent()) {
            passphrase.close();
            talk.say("backup.passphrase.unfit", Passphrase.SHORTEST);
            return Optional.empty();
        }
        return Optional.of(passphrase);
    }
}
