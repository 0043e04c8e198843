package org.keyline.node.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.LegEvent.Media;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaKey;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.lab.files.Octets;
import org.keyline.lab.media.AudioPort;
import org.keyline.lab.media.G711;
import org.keyline.lab.media.Reception;
import org.keyline.lab.media.SrtpKey;
import org.keyline.lab.media.Transmission;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.processing.resource.MediaDevice;

/** A call with one leg at a media resource, and the phone at its other end. */
final class Listener implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AES_CM_128_HMAC_SHA1_32 = 1;

    private final CallReference leg;
    private final MediaStream stream;
    private final Optional<MediaKey> toResource;
    private final Optional<MediaKey> toPhone;
    private final AudioPort phone = AudioPort.open(InetAddress.getLoopbackAddress());
    private final LinkedBlockingQueue<CallSignal> said = new LinkedBlockingQueue<>();
    private final ActorSystem<CallSignal> call = ActorSystem.create(
            Behaviors.receiveMessage(signal -> {
                said.add(signal);
                return Behaviors.same();
            }),
            "call");

    private Listener(int number, Optional<MediaKey> toResource, Optional<MediaKey> toPhone) {
        this.leg = new CallReference(number);
        this.stream = MediaStream.of(leg, 1, number);
        this.toResource = toResource;
        this.toPhone = toPhone;
    }

    static Listener inTheClear(int number) {
        return new Listener(number, Optional.empty(), Optional.empty());
    }

    static Listener encrypted(int number) {
        return new Listener(number, Optional.of(key(number)), Optional.of(key(number + 100)));
    }

    private static MediaKey key(int seed) {
        var key = new byte[16];
        var salt = new byte[14];
        key[3] = (byte) seed;
        salt[5] = (byte) (seed + 7);
        return new MediaKey(key, salt);
    }

    CallReference leg() {
        return leg;
    }

    void tells(MediaDevice resource, LegEvent... events) {
        resource.hear(call, List.of(events));
    }

    /** The next word of the resource. */
    <T extends CallSignal> T hears(Class<T> expected) {
        try {
            var signal = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(signal).as("the resource's next word").isInstanceOf(expected);
            return expected.cast(Objects.requireNonNull(signal));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Offers the leg, opens both directions, and has the phone speak at that frequency. */
    void connects(MediaDevice resource, LegEvent offer, int frequency) {
        toPhone.ifPresentOrElse(
                key -> phone.receive(new Reception(G711.MU_LAW, Optional.of(labKey(key)))),
                () -> phone.receive(new Reception(G711.MU_LAW, Optional.empty())));
        var speaking = toResource.map(Listener::labKey);
        var open = opening();
        var start = new StartTransmit(
                leg,
                stream,
                new MediaAddress(phone.address().getAddress(), phone.address().getPort()),
                AudioCodec.G711_ULAW,
                20,
                toPhone.map(MediaKey::copy));
        tells(resource, offer, new Media(leg, open), new Media(leg, start));
        isWiped(open.key());
        isWiped(start.key());
        var opened = hears(CallSignal.ReceiveOpened.class);
        assertThat(opened.leg()).isEqualTo(leg);
        assertThat(opened.stream()).isEqualTo(stream);
        var to = new InetSocketAddress(opened.address().ip(), opened.address().port());
        phone.send(new Transmission(to, G711.MU_LAW, 20, speaking), frequency);
    }

    OpenReceive opening() {
        return new OpenReceive(leg, stream, AudioCodec.G711_ULAW, 20, toResource.map(MediaKey::copy));
    }

    static void isWiped(Optional<MediaKey> key) {
        key.ifPresent(some -> assertThat(some.key()).containsOnly(0));
    }

    private static SrtpKey labKey(MediaKey key) {
        return new SrtpKey(AES_CM_128_HMAC_SHA1_32, Octets.of(key.key()), Octets.of(key.salt()));
    }

    void awaitsTone(int frequency) {
        awaits("a tone of " + frequency + " Hz", () -> phone.heard().now().isTone(frequency));
    }

    void awaitsSound() {
        awaits(
                "sound",
                () -> phone.heard().packets() > 20 && phone.heard().now().level() > -60);
    }

    void awaitsSilence() {
        awaits("silence", () -> phone.heard().now().frequency() == 0);
    }

    private void awaits(String what, BooleanSupplier isSo) {
        Await.until(what, isSo);
        assertThat(phone.heard().refused()).as("refused packets").isZero();
    }

    boolean hearsNothingMore() {
        return said.isEmpty();
    }

    @Override
    public void close() {
        phone.close();
        call.terminate();
    }
}
