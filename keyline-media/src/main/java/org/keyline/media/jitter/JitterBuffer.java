package org.keyline.media.jitter;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts packets in the order of their timestamps and gives out 20 milliseconds at each tick of the clock.
 *
 * <p>It waits no longer than it must: the first packet is played at the next tick. When a packet comes too late, time
 * is put in before what follows, so that the next one like it comes in time; when all packets of a second waited longer
 * than a tick and a half, what they waited too long is left out. So it follows the sender's jitter and its clock, up to
 * {@link #LONGEST_WAIT}. Whatever comes, nothing is played twice and nothing before what had to be played earlier.
 *
 * <p>A unit is one of the RTP clock and one octet of payload; see {@link org.keyline.media.codec.Codecs}. Used by one
 * thread; times are {@link System#nanoTime}.
 */
public final class JitterBuffer {
    /** Units of a tick: 20 ms. */
    public static final int TICK = 160;

    /** The longest a packet waits, in units: 200 ms. */
    public static final int LONGEST_WAIT = 1600;

    /** The longest payload taken, in octets: 100 ms. */
    public static final int LONGEST_PAYLOAD = 800;

    /** Timestamps farther apart than this, in units, are not of one count. */
    private static final int FARTHEST = 2 * LONGEST_WAIT;

    private static final long TICK_NANOS = 20_000_000;
    private static final int MOST_PACKETS = 48;

    /** Ticks without any packet after which the sender is taken for silent, and nothing is done until it speaks. */
    private static final int TICKS_UNTIL_IDLE = 10;

    private static final long MARGIN_NANOS = 3_000_000;
    private static final long TOO_LONG_NANOS = TICK_NANOS + 10_000_000;
    private static final int PACKETS_TO_JUDGE = 50;

    private static final long NOTHING_YET = Long.MIN_VALUE / 2;

    private final List<Packet> waiting = new ArrayList<>();
    private final List<Packet> spare = new ArrayList<>();
    private final SeenSequences seen = new SeenSequences();
    private final Unwrapped timestamps = new Unwrapped(Integer.SIZE);

    private boolean playing;
    private long playAt;
    private long playedUpTo = NOTHING_YET;
    private int emptyTicks;
    private long lastTick;
    private long shortestWait = Long.MAX_VALUE;
    private int judged;

    private long received;
    private long late;
    private long duplicates;
    private long overflows;
    private long concealed;
    private long stretches;
    private long skips;

    /** Takes a packet in. Its octets are copied. */
    public void offer(int sequence, int timestamp, byte[] octets, int from, int length, long now) {
        if (length == 0 || length > LONGEST_PAYLOAD) {
            return;
        }
        received++;
        long number = seen.unwrap(sequence);
        switch (seen.take(number)) {
            case NEW -> take(number, timestamps.unwrap(timestamp), octets, from, length, now);
            case ANEW -> {
                beginAnew();
                take(number, timestamps.unwrap(timestamp), octets, from, length, now);
            }
            case SEEN -> duplicates++;
            case STRAY -> late++;
        }
    }

    /** A packet of the same stream that carries no sound: it is not missing. */
    public void pass(int sequence) {
        var _ = seen.take(seen.unwrap(sequence));
    }

    private void take(long number, long start, byte[] octets, int from, int length, long now) {
        if (Math.abs(start - (playing ? playAt : playedUpTo)) > FARTHEST && (playing || start < playedUpTo)) {
            beginAnew();
        }
        if (!playing) {
            if (start < playedUpTo) {
                late++;
                return;
            }
            begin(start, now);
        }
        if (!isInTime(start)) {
            late++;
            return;
        }
        insert(number, start, octets, from, length);
        judge(start, now);
    }

    /** The sender counts from another number now. */
    private void beginAnew() {
        forget();
        playedUpTo = NOTHING_YET;
    }

    /** The first packet is played at the next tick, or the one after it when that is about to come. */
    private void begin(long start, long now) {
        playing = true;
        playAt = start - (untilTick(now) < MARGIN_NANOS ? TICK : 0);
        emptyTicks = 0;
        stopJudging();
    }

    /** Time from now to the tick that comes. */
    private long untilTick(long now) {
        return Math.clamp(lastTick + TICK_NANOS - now, 0, TICK_NANOS);
    }

    /** A late packet moves the rest back; it is played itself if nothing later has been. */
    private boolean isInTime(long start) {
        if (start >= Math.max(playAt, playedUpTo)) {
            return true;
        }
        boolean inOrder = start >= playedUpTo;
        long back = inOrder ? playAt - start : start < playAt ? TICK : 0;
        if (newest() - playAt + back > LONGEST_WAIT) {
            return false;
        }
        if (back > 0) {
            playAt -= back;
            stretches++;
            stopJudging();
        }
        return inOrder;
    }

    private long newest() {
        return waiting.isEmpty()
                ? Math.max(playAt, playedUpTo)
                : waiting.getLast().end();
    }

    private void insert(long number, long start, byte[] octets, int from, int length) {
        if (waiting.size() >= MOST_PACKETS) {
            overflows++;
            drop();
        }
        var packet = spare.isEmpty() ? new Packet() : spare.removeLast();
        packet.fill(number, start, octets, from, length);
        int place = waiting.size();
        while (place > 0 && waiting.get(place - 1).start > start) {
            place--;
        }
        waiting.add(place, packet);
    }

    private void judge(long start, long now) {
        long ticks = Math.floorDiv(start - playAt, (long) TICK);
        shortestWait = Math.min(shortestWait, untilTick(now) + ticks * TICK_NANOS);
        if (++judged >= PACKETS_TO_JUDGE) {
            if (shortestWait > TOO_LONG_NANOS) {
                long tooMany = (shortestWait - MARGIN_NANOS) / TICK_NANOS;
                playAt += tooMany * TICK;
                skips += tooMany;
            }
            stopJudging();
        }
    }

    private void stopJudging() {
        judged = 0;
        shortestWait = Long.MAX_VALUE;
    }

    /**
     * Gives out what is due at this tick: pieces of {@link #TICK} units together.
     *
     * @return false, and nothing, while the sender is silent
     */
    public boolean tick(long now, Playout out) {
        lastTick = now;
        if (!playing) {
            return false;
        }
        long playedBefore = playedUpTo;
        int left = TICK;
        while (left > 0) {
            dropWhatIsOver();
            int done = waiting.isEmpty() ? missing(left, out) : next(waiting.getFirst(), left, out);
            playAt += done;
            left -= done;
        }
        emptyTicks = waiting.isEmpty() && playedUpTo == playedBefore ? emptyTicks + 1 : 0;
        if (emptyTicks >= TICKS_UNTIL_IDLE) {
            forget();
        }
        return true;
    }

    private void dropWhatIsOver() {
        while (!waiting.isEmpty() && waiting.getFirst().end() <= Math.max(playAt, playedUpTo)) {
            drop();
        }
    }

    private int missing(int units, Playout out) {
        concealed += units;
        out.conceal(units);
        return units;
    }

    private int next(Packet head, int left, Playout out) {
        long start = Math.max(head.start, playedUpTo);
        if (start > playAt) {
            int gap = (int) Math.min(left, start - playAt);
            if (seen.hasPlayedJustBefore(head.number)) {
                out.silence(gap);
                return gap;
            }
            return missing(gap, out);
        }
        int offset = (int) (playAt - head.start);
        int count = Math.min(left, head.length - offset);
        out.play(head.octets, offset, count);
        playedUpTo = playAt + count;
        seen.played(head.number);
        return count;
    }

    private void drop() {
        spare.add(waiting.removeFirst());
    }

    private void forget() {
        playing = false;
        spare.addAll(waiting);
        waiting.clear();
    }

    public JitterCounts counts() {
        return new JitterCounts(received, late, duplicates, overflows, concealed, stretches, skips);
    }

    /** A packet that waits. The object is used again. */
    private static final class Packet {
        private long number;
        private long start;
        private int length;
        private final byte[] octets = new byte[LONGEST_PAYLOAD];

        void fill(long newNumber, long newStart, byte[] from, int at, int count) {
            number = newNumber;
            start = newStart;
            length = count;
            System.arraycopy(from, at, octets, 0, count);
        }

        long end() {
            return start + length;
        }
    }
}
