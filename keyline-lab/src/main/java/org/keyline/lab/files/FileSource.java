package org.keyline.lab.files;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** A place from which a phone fetches its files by name. */
@FunctionalInterface
public interface FileSource {
    /** Fetches one file and waits for the outcome. Names are case-sensitive. */
    FileAnswer fetch(String name);

    /** The address of the server it asks; empty where there is no one server. */
    default Optional<InetAddress> address() {
        return Optional.empty();
    }

    /** The servers behind it, first choice first. */
    default List<FileSource> servers() {
        return List.of(this);
    }
}
