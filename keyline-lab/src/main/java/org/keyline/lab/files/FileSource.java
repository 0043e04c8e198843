package org.keyline.lab.files;

/** A place from which a phone fetches its files by name. */
@FunctionalInterface
public interface FileSource {
    /** Fetches one file and waits for the outcome. Names are case-sensitive. */
    FileAnswer fetch(String name);
}
