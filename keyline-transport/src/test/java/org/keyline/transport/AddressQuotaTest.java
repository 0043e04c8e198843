package org.keyline.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many connections one address may hold. */
class AddressQuotaTest {
    private static final InetAddress ALICE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress BOB = InetAddress.ofLiteral("192.0.2.2");

    private final AddressQuota quota = new AddressQuota(2);

    @Test
    void an_address_gets_its_places_and_no_more() {
        assertThat(quota.enter(ALICE)).isTrue();
        assertThat(quota.enter(ALICE)).isTrue();
        assertThat(quota.enter(ALICE)).isFalse();
        assertThat(quota.enter(BOB)).isTrue();
    }

    @Test
    void refusals_neither_take_a_place_nor_free_one() {
        quota.enter(ALICE);
        quota.enter(ALICE);
        quota.enter(ALICE);
        quota.enter(ALICE);

        quota.leave(ALICE);

        assertThat(quota.enter(ALICE)).isTrue();
        assertThat(quota.enter(ALICE)).isFalse();
    }

    @Test
    void a_crowd_at_once_gets_exactly_the_places_there_are() throws Exception {
        var places = 500;
        var crowded = new AddressQuota(places);
        var together = new CountDownLatch(1);
        try (var crowd = Executors.newFixedThreadPool(16)) {
            Callable<Boolean> one = () -> {
                together.await();
                return crowded.enter(ALICE);
            };
            var answers = Stream.generate(() -> crowd.submit(one)).limit(2_000).toList();
            together.countDown();

            var entered = 0;
            for (var answer : answers) {
                entered += answer.get() ? 1 : 0;
            }
            assertThat(entered).isEqualTo(places);
        }
    }
}
