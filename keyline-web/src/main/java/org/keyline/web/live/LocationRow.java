package org.keyline.web.live;

/**
 * A location and what its calls take.
 *
 * @param name its name
 * @param limit the bandwidth there is, in kbit/s; 0 is unlimited
 * @param taken the bandwidth that is taken now, in kbit/s
 * @param streams how many pieces of media take it
 * @param refused how often there was not enough, since the node started
 */
public record LocationRow(String name, int limit, long taken, long streams, long refused) {
    /** How much of the bandwidth is taken, of 100; 0 where it is unlimited. */
    public long percent() {
        return limit == 0 ? 0 : taken * 100 / limit;
    }
}
