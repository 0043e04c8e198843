package org.keyline.processing.engine;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Adapter;

/**
 * The actor system: one node, no remoting, one thread for two cores. Actors of devices and calls stand side by side
 * under it, so that a call outlives the device that began it.
 */
public final class Engine implements AutoCloseable {
    private static final String SETTINGS = """
            pekko {
              loggers = ["org.apache.pekko.event.slf4j.Slf4jLogger"]
              logging-filter = "org.apache.pekko.event.slf4j.Slf4jLoggingFilter"
              loglevel = "WARNING"
              stdout-loglevel = "OFF"
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              jvm-shutdown-hooks = off
              coordinated-shutdown.run-by-jvm-shutdown-hook = off
              coordinated-shutdown.exit-jvm = off
              # Calls wait for seconds: a coarse tick costs an idle server nothing.
              scheduler.tick-duration = 50ms
              actor.default-dispatcher {
                executor = "fork-join-executor"
                # A message takes microseconds: stay with an actor that has more of them.
                throughput = 32
                # One thread runs twenty thousand calls a second; more threads than half the cores only wake each other.
                fork-join-executor {
                  parallelism-min = 1
                  parallelism-factor = 0.5
                  parallelism-max = 64
                }
              }
            }
            """;

    private final ActorSystem system;

    public Engine() {
        var loader = Engine.class.getClassLoader();
        system = ActorSystem.create(
                "keyline", ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load(loader)), loader);
    }

    /** Starts an actor; from any thread, at once. */
    public <T> ActorRef<T> spawn(Behavior<T> behavior) {
        return Adapter.spawnAnonymous(system, behavior);
    }

    /** Stops all actors and waits for it. */
    @Override
    public void close() {
        system.terminate();
        try {
            system.getWhenTerminated()
                    .toCompletableFuture()
                    .get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("The actors did not stop", failed);
        }
    }
}
