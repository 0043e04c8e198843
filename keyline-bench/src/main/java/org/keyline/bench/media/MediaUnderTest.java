package org.keyline.bench.media;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.media.conference.ConferenceBridge;
import org.keyline.media.music.MusicOnHold;
import org.keyline.media.music.MusicSources;
import org.keyline.media.port.MediaPort;
import org.keyline.media.port.Opening;
import org.keyline.media.port.Reception;
import org.keyline.media.port.Transmission;
import org.keyline.media.stream.MediaSettings;
import org.keyline.media.stream.MediaThreads;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * The process that is measured: nothing but media resources. It says where each port listens, then that it is ready,
 * and works until its input ends.
 */
public final class MediaUnderTest {
    private static final int PACKET_MILLIS = 20;

    private final MediaThreads threads;
    private final List<Integer> sinks;

    private MediaUnderTest(List<Integer> sinks) {
        this.sinks = sinks;
        threads = MediaThreads.start(MediaSettings.on(InetAddress.getLoopbackAddress()));
    }

    /**
     * Arguments: {@code conference} or {@code music}; how many parties; parties in a room; then the ports that parties'
     * streams go to, for the first parties one each, for all others the last.
     */
    public static void main(String[] arguments) throws Exception {
        int parties = Integer.parseInt(arguments[1]);
        int inRoom = Integer.parseInt(arguments[2]);
        var sinks = new ArrayList<Integer>();
        for (int i = 3; i < arguments.length; i++) {
            sinks.add(Integer.parseInt(arguments[i]));
        }
        var process = new MediaUnderTest(sinks);
        if (arguments[0].equals("conference")) {
            process.confer(parties, inRoom);
        } else {
            process.play(parties);
        }
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // until the other process is gone
        }
        process.threads.close();
    }

    private void confer(int parties, int inRoom) throws Exception {
        var bridge = new ConferenceBridge(threads, parties, inRoom);
        var room = bridge.open();
        for (int party = 0; party < parties; party++) {
            if (party % inRoom == 0) {
                room = bridge.open();
            }
            start(party, room.join().orElseThrow());
        }
    }

    private void play(int listeners) throws Exception {
        var music = new MusicOnHold(threads, new MusicSources(Path.of("none")), listeners, 0);
        for (int listener = 0; listener < listeners; listener++) {
            start(listener, music.listen(MusicSources.DEFAULT).orElseThrow());
        }
    }

    private void start(int party, MediaPort port) throws Exception {
        var codec = party % 2 == 0 ? AudioCodec.G711_ULAW : AudioCodec.G711_ALAW;
        var opening = port.openReceive(new Reception(codec, PACKET_MILLIS, Optional.of(Keys.fromParty(party))))
                .toCompletableFuture()
                .get();
        if (!(opening instanceof Opening.Listening listening)) {
            throw new IllegalStateException("No port for party " + party + ": " + opening);
        }
        var sink = new MediaAddress(InetAddress.getLoopbackAddress(), sinks.get(Math.min(party, sinks.size() - 1)));
        port.startTransmit(new Transmission(sink, codec, PACKET_MILLIS, Optional.of(Keys.toParty(party))));
        System.out.println("port " + listening.address().port());
    }
}
