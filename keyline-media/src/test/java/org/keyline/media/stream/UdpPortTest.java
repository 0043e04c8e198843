package org.keyline.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.keyline.media.phone.Await;

class UdpPortTest {
    /** Often, since ports are drawn by chance. */
    @RepeatedTest(20)
    void even_ports_of_the_range_are_given_until_none_is_left_and_come_back() throws Exception {
        var here = InetAddress.getLoopbackAddress();
        var range = freeRange(here);
        var settings = new MediaSettings(
                here, here, range, MediaSettings.EXPEDITED_FORWARDING, MediaSettings.USUAL_TELEPHONE_EVENTS);
        try (var threads = MediaThreads.start(settings, 1);
                var foreign = new DatagramSocket(new InetSocketAddress(here, range.first()))) {
            var thread = threads.quietest();
            var one = thread.open((_, _) -> {}).get();
            var other = thread.open((_, _) -> {}).get();
            assertThat(new int[] {one.address().port(), other.address().port()})
                    .containsExactlyInAnyOrder(range.first() + 2, range.first() + 4);
            assertThat(foreign.getLocalPort()).isEqualTo(range.first());
            assertThatThrownBy(() -> thread.open((_, _) -> {}).get()).hasCauseInstanceOf(NoFreePort.class);
            one.close();
            Await.until("the port to come back", () -> {
                var again = thread.open((_, _) -> {});
                return again.handle((socket, _) -> socket != null).join();
            });
        }
    }

    /** Six ports in a row that nobody has now. */
    private static PortRange freeRange(InetAddress here) {
        for (int first = 40_000; first < 60_000; first += 6) {
            if (isFree(here, first) && isFree(here, first + 2) && isFree(here, first + 4)) {
                return new PortRange(first, first + 5);
            }
        }
        throw new AssertionError("no free range");
    }

    private static boolean isFree(InetAddress here, int port) {
        try (var probe = new DatagramSocket(new InetSocketAddress(here, port))) {
            return probe.isBound();
        } catch (java.net.SocketException e) {
            return false;
        }
    }

    @Test
    void ranges_and_settings_that_cannot_be_are_refused() {
        var here = InetAddress.getLoopbackAddress();
        assertThatThrownBy(() -> new PortRange(80, 90)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PortRange(2000, 2000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MediaSettings(here, here, PortRange.USUAL, 64, 101))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MediaSettings(here, here, PortRange.USUAL, 46, 9))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
