package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.node.CatchUp;
import org.keyline.serviceability.supervisor.Supervisor;

/** Which phones must be reset after a change of something they share with others. */
class CatchUpTest {
    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().whosePhonesComeBack().and("""
                    regions:
                      - {name: East}
                    devicePools:
                      - {name: East, callManagerGroup: Default, region: East}
                    """).with(Desk.of("alice", "2001"), Desk.of("bob", "2002"));

    @Test
    void a_changed_device_pool_or_line_lists_the_phones_that_have_it_and_no_other() throws Exception {
        SITE.sets("bob", "devicePool: East");
        SITE.boots("alice");
        SITE.boots("bob");
        var node = SITE.node();
        try (var supervisor = new Supervisor(Clock.systemUTC(), node.alarms(), Duration.ofSeconds(60))) {
            var catchUp = new CatchUp(
                    node.configuration().snapshots(),
                    node.configuration().store(),
                    supervisor,
                    node.registrations(),
                    node.devices(),
                    SITE.data().resolve("no CTL file"));
            assertThat(catchUp.pending().devices()).isEmpty();

            SITE.imports("""
                    keyline: 1
                    devicePools:
                      - {name: East, callManagerGroup: Default, region: East, timeZone: Asia/Tokyo}
                    """);

            assertThat(catchUp.pending().devices()).isEqualTo(List.of(Desk.device("bob")));
            catchUp.run();
            Await.until(
                    "bob registered again",
                    Duration.ofSeconds(60),
                    catchUp::pending,
                    () -> catchUp.pending().devices().isEmpty());
        }
    }
}
