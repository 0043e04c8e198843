package org.keyline.tftp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 0", "511, 1, 511", "512, 2, 0", "513, 2, 1", "1024, 3, 0"})
    void the_last_block_is_short_or_empty(int length, long blocks, int lastSize) throws Exception {
        var transfer = transfer(length, Map.of());

        assertThat(transfer.blocks()).isEqualTo(blocks);
        assertThat(transfer.size(blocks)).isEqualTo(lastSize);
    }

    @Test
    void a_repeated_acknowledgement_is_not_answered() throws Exception {
        var transfer = transfer(2000, Map.of());
        transfer.start();

        assertThat(transfer.acknowledge(1)).isEqualTo(new Transfer.Step.SendBlocks(2, 2));
        assertThat(transfer.acknowledge(1)).isEqualTo(new Transfer.Step.Wait());
        assertThat(transfer.acknowledge(0)).isEqualTo(new Transfer.Step.Wait());
    }

    @Test
    void options_are_offered_first_and_again_until_block_zero_is_acknowledged() throws Exception {
        var transfer = transfer(2000, Map.of("blksize", "1000"));

        assertThat(transfer.start()).isEqualTo(new Transfer.Step.SendOptions());
        assertThat(transfer.timedOut()).isEqualTo(new Transfer.Step.SendOptions());
        assertThat(transfer.acknowledge(3)).isEqualTo(new Transfer.Step.Wait());
        assertThat(transfer.acknowledge(0)).isEqualTo(new Transfer.Step.SendBlocks(1, 1));
    }

    @Test
    void an_acknowledgement_inside_a_window_sends_on_from_there() throws Exception {
        var transfer = transfer(100, Map.of("blksize", "8", "windowsize", "4"));
        transfer.start();

        assertThat(transfer.acknowledge(0)).isEqualTo(new Transfer.Step.SendBlocks(1, 4));
        assertThat(transfer.acknowledge(2)).isEqualTo(new Transfer.Step.SendBlocks(3, 6));
        assertThat(transfer.acknowledge(2)).isEqualTo(new Transfer.Step.SendBlocks(3, 6));
        assertThat(transfer.acknowledge(2)).isEqualTo(new Transfer.Step.Wait());
    }

    @Test
    void block_numbers_wrap_after_65535() throws Exception {
        var transfer = transfer(70_000 * 8, Map.of("blksize", "8"));
        transfer.start();
        transfer.acknowledge(0);
        Transfer.Step step = new Transfer.Step.Wait();
        for (var block = 1; block <= 65_536; block++) {
            step = transfer.acknowledge(block & 0xffff);
        }

        assertThat(step).isEqualTo(new Transfer.Step.SendBlocks(65_537, 65_537));
    }

    @Test
    void a_silent_peer_is_given_up() throws Exception {
        var transfer = transfer(10, Map.of());
        transfer.start();
        for (var again = 0; again < 5; again++) {
            assertThat(transfer.timedOut()).isEqualTo(new Transfer.Step.SendBlocks(1, 1));
        }

        assertThat(transfer.timedOut()).isEqualTo(new Transfer.Step.GaveUp());
    }

    /** A network that loses, doubles and delays packets at will still carries the file whole, and the traffic ends. */
    @Property(tries = 300)
    void the_file_arrives_over_a_bad_network(
            @ForAll long seed,
            @ForAll @IntRange(max = 3000) int length,
            @ForAll @IntRange(min = 1, max = 10) int window)
            throws Exception {
        var random = new Random(seed);
        var transfer = transfer(length, Map.of("blksize", "16", "windowsize", Integer.toString(window)));
        var receiver = new Receiver(transfer);

        var step = transfer.start();
        for (var turn = 0; turn < 100_000 && !(step instanceof Transfer.Step.Finished); turn++) {
            step = receiver.hears(step, random).map(transfer::acknowledge).orElseGet(() -> patient(transfer));
        }

        assertThat(step).isEqualTo(new Transfer.Step.Finished());
        assertThat(receiver.received).isEqualTo(length);
    }

    /** The network of the property loses more than five in a row now and then; a waiting step then means silence. */
    private static Transfer.Step patient(Transfer transfer) {
        return transfer.timedOut();
    }

    private static Transfer transfer(int length, Map<String, String> offered) throws OptionRefused {
        var options = TransferOptions.negotiate(offered, length, Duration.ofSeconds(1));
        return new Transfer(length, options, offered.containsKey("windowsize") ? 1_000 : 5);
    }

    /** Takes blocks in order and acknowledges the last good one, as RFC 7440 asks. */
    private static final class Receiver {
        private final Transfer transfer;
        private long inOrder;
        private int received;

        Receiver(Transfer transfer) {
            this.transfer = transfer;
        }

        Optional<Integer> hears(Transfer.Step step, Random random) {
            if (step instanceof Transfer.Step.SendBlocks(var first, var last)) {
                for (var block = first; block <= last; block++) {
                    if (random.nextInt(4) > 0 && block == inOrder + 1) {
                        inOrder = block;
                        received += transfer.size(block);
                    }
                }
            } else if (!(step instanceof Transfer.Step.SendOptions)) {
                return Optional.empty();
            }
            return random.nextInt(4) == 0 ? Optional.empty() : Optional.of((int) (inOrder & 0xffff));
        }
    }
}
