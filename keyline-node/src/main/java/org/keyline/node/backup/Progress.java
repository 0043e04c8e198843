package org.keyline.node.backup;

/** Watches long work. */
@FunctionalInterface
public interface Progress {
    /** Nobody watches. */
    Progress UNSEEN = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done bytes
     * @param total bytes
     */
    void at(long done, long total);
}
