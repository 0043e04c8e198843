package org.keyline.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keyline.media.phone.Await;

class ClockTest {
    private final MediaSettings settings = MediaSettings.on(InetAddress.getLoopbackAddress());

    @Test
    void everybody_ticks_equally_often_however_many_came_and_went() {
        try (var threads = MediaThreads.start(settings, 1)) {
            var thread = threads.quietest();
            thread.run(() -> {
                for (int i = 0; i < 1000; i++) {
                    thread.everyTick(() -> {}).run();
                }
            });
            List<AtomicInteger> ticks = new ArrayList<>();
            thread.run(() -> {
                for (int i = 0; i < 8; i++) {
                    var count = new AtomicInteger();
                    thread.everyTick(count::incrementAndGet);
                    ticks.add(count);
                }
            });
            long begun = System.nanoTime();
            var together = new CompletableFuture<List<Integer>>();
            thread.run(() -> thread.everyTick(() -> {
                if (ticks.getLast().get() >= 100) {
                    together.complete(ticks.stream().map(AtomicInteger::get).toList());
                }
            }));
            var counts = Await.result(together);
            long millis = (System.nanoTime() - begun) / 1_000_000;

            assertThat(Collections.max(counts) - Collections.min(counts)).isLessThanOrEqualTo(1);
            assertThat(millis).as("no faster than real time").isGreaterThan(1900);
        }
    }

    @Test
    void one_that_fails_does_not_stop_the_others() {
        try (var threads = MediaThreads.start(settings, 1)) {
            var thread = threads.quietest();
            var count = new AtomicInteger();
            thread.run(() -> {
                thread.everyTick(() -> {
                    throw new IllegalStateException("a fault of ours");
                });
                for (int i = 0; i < 4; i++) {
                    thread.everyTick(count::incrementAndGet);
                }
            });
            Await.until("ticks of the others", () -> count.get() >= 12);
        }
    }
}
