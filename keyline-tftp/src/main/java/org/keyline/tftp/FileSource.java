package org.keyline.tftp;

import java.net.InetAddress;
import java.util.Optional;

/** Where the TFTP and HTTP servers take files from. */
public interface FileSource {
    /**
     * The file of this name as it is now. May block: files are built, signed or read from disk.
     *
     * @param name the name as asked, without a leading {@code /} or {@code ./}; untrusted
     * @param asker who asks
     */
    Optional<ServedFile> find(String name, InetAddress asker);
}
