package org.keyline.node.secure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;

/** The configuration and the present CTL file were saved; neither holds a secret (BR-01). */
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
        AtomicFile.createOwnerOnlyDirectory(place);
        var yaml = here.configuration().file().exportWithoutSecrets(talk.texts().locale());
        AtomicFile.write(place.resolve("keyline.yaml"), yaml.getBytes(StandardCharsets.UTF_8), Access.OWNER_ONLY);
        var ctl = CtlFileStore.in(here.directory().path()).file();
        AtomicFile.write(place.resolve("CTLFile.tlv"), Files.readAllBytes(ctl), Access.OWNER_ONLY);
        here.memory().put(SAVED, list.header().created() + " " + place.toAbsolutePath());
        talk.say("backup.also", here.directory().path());
    }
}
