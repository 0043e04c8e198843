package org.keyline.node.backup;

import java.util.Set;

/**
 * A file in a backup.
 *
 * @param path its place in the node's directory, with {@code /} between names
 * @param length its bytes
 * @param sha256 SHA-256 of them, in lower-case hexadecimal
 * @param mode who may read and write it: {@code 600}, {@code 644} or {@code 444}
 */
public record SavedFile(String path, long length, String sha256, String mode) {
    private static final int LONGEST_PATH = 1024;
    private static final int LONGEST_NAME = 255;
    private static final Set<String> MODES = Set.of("600", "644", "444");

    /**
     * Admits only what a node's directory can have: no backup writes anywhere else.
     *
     * @throws IllegalArgumentException for any other file
     */
    public SavedFile {
        if (!isPlain(path) || NodeFiles.isMomentary(path)) {
            throw new IllegalArgumentException("a file that no backup has");
        }
        if (length < 0 || !sha256.matches("[0-9a-f]{64}") || !MODES.contains(mode)) {
            throw new IllegalArgumentException("a file without length, digest or mode");
        }
    }

    private static boolean isPlain(String path) {
        if (path.length() > LONGEST_PATH || path.isEmpty()) {
            return false;
        }
        for (var name : path.split("/", -1)) {
            if (name.isEmpty() || name.length() > LONGEST_NAME || name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return path.chars().noneMatch(sign -> sign == '\\' || Character.isISOControl(sign));
    }

    /** Whether it is one of {@code directory}. */
    boolean isIn(String directory) {
        return path.startsWith(directory + "/");
    }
}
