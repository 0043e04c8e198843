package org.keyline.bench.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.concurrent.TimeUnit;
import org.keyline.sccp.codec.SccpDecoder;
import org.keyline.sccp.codec.SccpEncoder;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.wire.Dialect;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Messages read from and written to a direct buffer, one a call, by one thread. All samples pass through the codec
 * before measuring begins, so that no call site is spared the choice between them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SccpCodecBenchmark {
    private static final int MIXING_ROUNDS = 20_000;

    /** The message. */
    @Param
    private SampleMessage sample = SampleMessage.KEYPAD_BUTTON;

    /** The protocol version of both ends. */
    @Param({"11", "17"})
    private int version = 17;

    private final SccpDecoder decoder = new SccpDecoder(Sender.EITHER);
    private final SccpEncoder encoder = new SccpEncoder();
    private final ByteBuf frame = PooledByteBufAllocator.DEFAULT.directBuffer(1024);
    private final ByteBuf out = PooledByteBufAllocator.DEFAULT.directBuffer(1024);

    private SccpMessage message = sample.message();

    /** Sends every sample through the codec, then puts the measured one into the frame. */
    @Setup
    public void prepare(Blackhole blackhole) {
        decoder.dialect(Dialect.utf8(version));
        encoder.dialect(Dialect.utf8(version));
        for (int round = 0; round < MIXING_ROUNDS; round++) {
            for (var each : SampleMessage.values()) {
                encoder.encode(each.message(), frame.clear());
                blackhole.consume(decoder.decode(frame));
            }
        }
        message = sample.message();
        encoder.encode(message, frame.clear());
    }

    /** Gives the buffers back. */
    @TearDown
    public void release() {
        frame.release();
        out.release();
    }

    /** One frame to one message. */
    @Benchmark
    public Decoded decode() {
        return decoder.decode(frame.readerIndex(0)).orElseThrow();
    }

    /** One message to one frame. */
    @Benchmark
    public ByteBuf encode() {
        encoder.encode(message, out.clear());
        return out;
    }
}
