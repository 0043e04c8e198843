package org.keyline.node;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.DeviceName;
import org.keyline.serviceability.posture.DeviceSightings;
import org.keyline.serviceability.posture.DeviceSightings.TrustListFile;
import org.keyline.tftp.FileSource;
import org.keyline.tftp.ServedFile;

/**
 * Notes which trust list each configured phone was given.
 *
 * @param files where the files come from
 * @param configuration which phones there are; names of others are anybody's invention
 * @param sightings where it is noted
 */
record ObservedFiles(FileSource files, SnapshotSource configuration, DeviceSightings sightings) implements FileSource {
    private static final Pattern LIST = Pattern.compile("(CTL|ITL)(SEP[0-9A-F]{12})\\.tlv");

    @Override
    public Optional<ServedFile> find(String name, InetAddress asker) {
        var found = files.find(name, asker);
        found.ifPresent(file -> note(name, file));
        return found;
    }

    private void note(String name, ServedFile file) {
        var list = LIST.matcher(name);
        if (list.matches()) {
            var device = new DeviceName(list.group(2));
            if (configuration.current().phones().containsKey(device)) {
                sightings.fetchedTrustList(device, TrustListFile.valueOf(list.group(1)), file.content());
            }
        }
    }
}
