package org.keyline.tftp.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.tftp.ServedFile;
import org.keyline.tftp.configuration.DialRules;
import org.keyline.tftp.configuration.RingList;
import org.keyline.tftp.configuration.SoftKeys;
import org.keyline.tftp.ring.Ring;

/**
 * Files that all phones share: what an administrator laid into the directory, else what the node makes itself. Locale
 * files come from the directory only: phones keep their built-in English without them.
 */
final class SharedFiles {
    private static final Map<String, ServedFile> MADE_ONCE = makeOnce();

    private final StaticFiles directory;

    SharedFiles(Path directory) {
        this.directory = new StaticFiles(directory);
    }

    Optional<ServedFile> find(String name, ConfigSnapshot snapshot) {
        return directory.find(name).or(() -> make(name, snapshot));
    }

    private static Optional<ServedFile> make(String name, ConfigSnapshot snapshot) {
        return name.equals("dialplan.xml")
                ? Optional.of(ServedFile.of(DialRules.template(snapshot)))
                : Optional.ofNullable(MADE_ONCE.get(name));
    }

    private static Map<String, ServedFile> makeOnce() {
        var files = new HashMap<String, ServedFile>();
        var rings = ServedFile.of(RingList.narrowband());
        files.put("RINGLIST.XML", rings);
        files.put("Ringlist.xml", rings);
        files.put("DISTINCTIVERINGLIST.XML", rings);
        files.put("Ringlist-wb.xml", ServedFile.of(RingList.wideband()));
        for (var ring : Ring.values()) {
            files.put(ring.fileStem() + ".raw", ServedFile.of(ring.muLaw()));
            files.put(ring.fileStem() + ".rwb", ServedFile.of(ring.linear()));
        }
        files.put("softkeys.xml", ServedFile.of(SoftKeys.file()));
        var dialRules = ServedFile.of(DialRules.application());
        files.put("AppDialRules.xml", dialRules);
        files.put("DirLookupDialRules.xml", dialRules);
        return Map.copyOf(files);
    }
}
