package org.keyline.bench.server;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.HttpFiles;

/** Every phone of a site fetches its signed configuration file over HTTP, so many each second. */
public record FileFetches(InetSocketAddress server, int perSecond) {
    /** How many got it, and how large it was on average. */
    public record Fetched(int files, double bytesEach) {}

    /** Fetches every file of these names. */
    public Fetched fetchAll(List<String> names) {
        var files = new HttpFiles(server);
        long interval = 1_000_000_000L / perSecond;
        long due = System.nanoTime();
        var found = new AtomicInteger();
        var bytes = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var name : names) {
                LockSupport.parkNanos(due - System.nanoTime());
                due += interval;
                threads.execute(() -> {
                    if (files.fetch(name) instanceof FileAnswer.Found(var content)) {
                        found.incrementAndGet();
                        bytes.addAndGet(content.length());
                    }
                });
            }
        }
        return new Fetched(found.get(), bytes.doubleValue() / Math.max(1, found.get()));
    }

    /** The names of the signed files of all phones of {@code site}. */
    public static List<String> signedNames(Site site) {
        return IntStream.range(0, 2 * site.phones())
                .mapToObj(index -> index < site.phones()
                        ? PhoneFarm.name(PhoneFarm.FIRST_PLAIN, index)
                        : PhoneFarm.name(PhoneFarm.FIRST_SECURE, index - site.phones()))
                .map(name -> name + ".cnf.xml.sgn")
                .toList();
    }

    /** The names of the encrypted files of all encrypted phones of {@code site}. */
    public static List<String> encryptedNames(Site site) {
        return IntStream.range(0, site.phones())
                .mapToObj(index -> PhoneFarm.name(PhoneFarm.FIRST_SECURE, index) + ".cnf.xml.enc.sgn")
                .toList();
    }
}
