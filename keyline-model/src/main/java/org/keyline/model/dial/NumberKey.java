package org.keyline.model.dial;

/**
 * A number in its partition, by which a line, a slot of parked calls or a pickup group is named elsewhere: written
 * {@code number}, or {@code number@partition}.
 *
 * @param number the number
 * @param partition the partition's name; empty is {@code <None>}
 */
public record NumberKey(String number, String partition) {
    private static final char AT = '@';

    /** The line of this number. */
    public NumberKey(DirectoryNumber number, String partition) {
        this(number.digits(), partition);
    }

    /** What is written so. */
    public static NumberKey of(String written) {
        int at = written.indexOf(AT);
        return at < 0
                ? new NumberKey(written, Partition.NONE)
                : new NumberKey(written.substring(0, at), written.substring(at + 1));
    }

    /**
     * The number, where it is a line's.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    public DirectoryNumber line() {
        return new DirectoryNumber(number);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return partition.isEmpty() ? number : number + AT + partition;
    }
}
