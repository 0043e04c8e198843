package org.keyline.media.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JitterBufferTest {
    private static final long MILLI = 1_000_000;
    private static final long TICK = 20 * MILLI;

    /** So that sequence numbers begin again at 0 soon. */
    private static final int FIRST = 65_500;

    /** For each unit that was played, the packet it was from; packets say their number in the first two octets. */
    private final List<Integer> heard = new ArrayList<>();

    private int concealed;
    private int silent;
    private JitterBuffer buffer = new JitterBuffer();

    private final Playout ear = new Playout() {
        @Override
        public void play(byte[] octets, int from, int count) {
            int number = ((octets[0] & 0xFF) << 8) | (octets[1] & 0xFF);
            for (int i = 0; i < count; i++) {
                heard.add(number);
            }
        }

        @Override
        public void conceal(int units) {
            concealed += units;
        }

        @Override
        public void silence(int units) {
            silent += units;
        }
    };

    @Test
    void an_even_stream_is_played_whole_and_at_once() {
        for (int i = 0; i < 100; i++) {
            packet(i, i * TICK + 10 * MILLI);
            assertThat(buffer.tick((i + 1) * TICK, ear)).isTrue();
        }
        assertThat(heard).hasSize(16_000);
        assertThat(concealed).isZero();
        assertThat(buffer.counts()).isEqualTo(new JitterCounts(100, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_lost_packet_is_made_up_for_and_nothing_moves() {
        for (int i = 0; i < 10; i++) {
            if (i != 4) {
                packet(i, i * TICK + 10 * MILLI);
            }
            buffer.tick((i + 1) * TICK, ear);
        }
        assertThat(heard).hasSize(9 * 160);
        assertThat(concealed + heard.size()).isEqualTo(10 * 160);
    }

    @Test
    void packets_that_change_places_before_their_time_are_played_in_order() {
        buffer.tick(0, ear);
        packet(0, 1 * MILLI);
        packet(2, 2 * MILLI);
        packet(1, 3 * MILLI);
        packet(1, 4 * MILLI);
        for (int i = 1; i <= 3; i++) {
            buffer.tick(i * TICK, ear);
        }
        assertThat(order()).containsExactly(0, 1, 2);
        assertThat(buffer.counts().duplicates()).isEqualTo(1);
    }

    @Test
    void a_sender_whose_packets_come_late_is_given_more_time_and_later_less_again() {
        long now = 0;
        int sent = 0;
        for (int i = 0; i < 50; i++) {
            now += TICK;
            packet(sent++, now - 10 * MILLI);
            buffer.tick(now, ear);
        }
        // the network holds three packets back, then brings all of them
        for (int i = 0; i < 3; i++) {
            now += TICK;
            buffer.tick(now, ear);
        }
        for (int i = 0; i < 4; i++) {
            packet(sent++, now + 10 * MILLI);
        }
        long made = concealed;
        assertThat(made).isEqualTo(480);
        for (int i = 0; i < 400; i++) {
            now += TICK;
            buffer.tick(now, ear);
            packet(sent++, now + 10 * MILLI);
        }
        assertThat(concealed).as("made up afterwards").isEqualTo(480);
        assertThat(buffer.counts().stretches()).isEqualTo(1);
        assertThat(buffer.counts().skips()).isPositive();
        assertThat(order()).isSorted();
    }

    @Test
    void a_pause_of_the_sender_is_silence_and_no_loss() {
        buffer.tick(0, ear);
        offer(1, 0, 1);
        buffer.tick(TICK, ear);
        offer(2, 480, TICK + 1);
        for (int i = 2; i <= 4; i++) {
            buffer.tick(i * TICK, ear);
        }
        assertThat(silent).isEqualTo(320);
        assertThat(concealed).isZero();
        assertThat(heard).hasSize(320);
    }

    @Test
    void who_says_nothing_for_a_while_costs_nothing_until_he_speaks_again() {
        packet(0, 0);
        for (int i = 1; i <= 11; i++) {
            assertThat(buffer.tick(i * TICK, ear)).isTrue();
        }
        assertThat(buffer.tick(12 * TICK, ear)).isFalse();
        assertThat(buffer.tick(990 * MILLI, ear)).isFalse();
        packet(50, 1000 * MILLI);
        assertThat(buffer.tick(1010 * MILLI, ear)).isTrue();
        assertThat(order()).containsExactly(0, 50);
    }

    @Test
    void a_sender_that_counts_from_other_numbers_is_heard_again() {
        buffer.tick(0, ear);
        for (int i = 0; i < 5; i++) {
            offer(20_000 + i, 1_000_000 + 160 * i, i * TICK + 1);
            buffer.tick((i + 1) * TICK, ear);
        }
        for (int i = 5; i < 10; i++) {
            offer(10 + i, 77 + 160 * i, i * TICK + 1);
            buffer.tick((i + 1) * TICK, ear);
        }
        assertThat(heard).hasSize(9 * 160);
    }

    @Test
    void an_empty_or_enormous_payload_is_not_taken() {
        buffer.offer(1, 0, new byte[2000], 0, 0, 0);
        buffer.offer(2, 0, new byte[2000], 0, 801, 0);
        assertThat(buffer.tick(TICK, ear)).isFalse();
    }

    /** What happens to a packet on its way: it may be lost, come twice, and take its time. */
    record Way(boolean lost, boolean twice, int delayMillis) {}

    @Provide
    Arbitrary<List<Way>> ways() {
        var way = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 150))
                .as((lost, twice, delay) -> new Way(lost == 0, twice == 0, delay));
        return way.list().ofMinSize(1).ofMaxSize(120);
    }

    @Property
    void whatever_the_network_does_no_sound_comes_twice_or_before_an_earlier_one(@ForAll("ways") List<Way> ways) {
        heard.clear();
        buffer = new JitterBuffer();
        record Arrival(int number, long at) {}
        var arrivals = new ArrayList<Arrival>();
        for (int i = 0; i < ways.size(); i++) {
            var way = ways.get(i);
            long at = i * TICK + way.delayMillis() * MILLI + i;
            if (!way.lost()) {
                arrivals.add(new Arrival(i, at));
            }
            if (way.twice() && !way.lost()) {
                arrivals.add(new Arrival(i, at + way.delayMillis() * MILLI));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        int next = 0;
        for (long now = 0; now < (ways.size() + 30) * TICK; now += TICK) {
            while (next < arrivals.size() && arrivals.get(next).at() <= now) {
                packet(arrivals.get(next).number(), arrivals.get(next).at());
                next++;
            }
            buffer.tick(now, ear);
        }
        assertThat(order()).isSorted().doesNotHaveDuplicates();
        var counts = buffer.counts();
        assertThat(counts.received()).isEqualTo(arrivals.size());
        assertThat(order().size() + counts.late() + counts.duplicates() + 2 * counts.skips() + counts.overflows())
                .as("each packet was played, late, double or left out: %s, %s, %s", ways, order(), counts)
                .isGreaterThanOrEqualTo(arrivals.size());
    }

    private void packet(int number, long at) {
        offer(FIRST + number, -1600 + 160 * number, at);
    }

    /** A packet of 20 ms that says its number within the stream. */
    private void offer(int sequence, int timestamp, long at) {
        var octets = new byte[160];
        octets[0] = (byte) ((sequence - FIRST) >> 8);
        octets[1] = (byte) (sequence - FIRST);
        buffer.offer(sequence & 0xFFFF, timestamp, octets, 0, octets.length, at);
    }

    /** The numbers of what was heard, each once as long as it goes on. */
    private List<Integer> order() {
        var order = new ArrayList<Integer>();
        for (var number : heard) {
            if (order.isEmpty() || !order.getLast().equals(number)) {
                order.add(number);
            }
        }
        return order;
    }
}
