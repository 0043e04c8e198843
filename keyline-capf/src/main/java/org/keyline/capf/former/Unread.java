package org.keyline.capf.former;

/**
 * Something that was not taken over.
 *
 * @param file its file
 * @param line its line, from 1; 0 for the whole file
 * @param reason why
 * @param what the part it is about; never a secret
 */
public record Unread(String file, int line, Reason reason, String what) {
    /** Why something is not taken over. Texts stand in the command's catalogue. */
    public enum Reason {
        /** A line is longer than any could be. */
        TOO_LONG,
        /** A field looks like nothing that is known. */
        UNKNOWN_FIELD,
        /** There is neither a device name nor a MAC address. */
        NO_DEVICE,
        /** There are two. */
        TWO_DEVICES,
        /** There are two strings of digits. */
        TWO_STRINGS,
        /** The line says nothing of an operation. */
        NO_STATUS,
        /** The operation was pending without a string: it must be ordered again. */
        PENDING,
        /** The device is not configured here. */
        UNKNOWN_DEVICE,
        /** An operation was done for the phone here since. */
        NEWER,
        /** A key size that this server does not admit. */
        SHORT_KEY,
        /** A later line speaks of the same device. */
        REPEATED,
        /** Not name=value. */
        NO_SETTING,
        /** A setting of another name than those that are known. */
        UNKNOWN_SETTING,
        /** A value that the parameter does not take. */
        BAD_VALUE,
        /** The file holds no certificate. */
        NO_CERTIFICATE,
        /** The certificate is none of an authority. */
        NOT_AN_AUTHORITY,
        /** The file is longer than any could be. */
        FILE_TOO_LONG
    }
}
