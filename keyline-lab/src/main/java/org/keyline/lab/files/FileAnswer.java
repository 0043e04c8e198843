package org.keyline.lab.files;

/** What became of a phone's request for a file. */
public sealed interface FileAnswer {
    /** The whole file arrived. */
    record Found(Octets content) implements FileAnswer {}

    /** The server said at once that there is no such file (TFTP error 1, HTTP 404). */
    record Missing() implements FileAnswer {}

    /** The server refused for another reason, with its own code and words (TFTP error 0, 2…8, other HTTP statuses). */
    record Refused(int code, String text) implements FileAnswer {}

    /** Nobody answered, or the transfer died in the middle. */
    record Silent(String where) implements FileAnswer {}
}
