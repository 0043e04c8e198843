package org.keyline.sccp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.sccp.codec.message.Malformed;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.SccpMessages;
import org.keyline.sccp.codec.message.SccpMessages.Row;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.message.ServerRegistration.RegisterAck;
import org.keyline.sccp.codec.message.StationKey.KeypadButton;
import org.keyline.sccp.codec.message.Unknown;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.Dialect;

class SccpMessagesTest {
    private static final int SEEDS = 40;

    static Stream<Row<?>> rows() {
        return SccpMessages.TABLE.stream();
    }

    @Test
    void the_table_names_every_message_record() {
        var records =
                leaves(SccpMessage.class).filter(type -> type != Unknown.class).collect(Collectors.toSet());

        assertThat(rows().map(Row::type)).doesNotHaveDuplicates().hasSameSizeAs(records);
        assertThat(rows().<Class<?>>map(Row::type)).containsAll(records);
        assertThat(rows().map(Row::id)).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nothing_is_lost_on_the_way_in_the_newest_version(Row<?> row) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var message = AnyMessage.of(row.type(), seed);
            assertThat(passed(message, Dialect.latin1(22), row.sender())).isEqualTo(message);
            assertThat(passed(message, Dialect.utf8(22), row.sender())).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_an_older_version_carries_stays_the_same_on_a_second_way(Row<?> row) {
        for (int version = 0; version <= 22; version++) {
            for (int seed = 0; seed < SEEDS; seed++) {
                var dialect = new Dialect(Dialect.latin1(version).version(), seed % 2 == 0);
                var once = passed(AnyMessage.of(row.type(), seed), dialect, row.sender());
                assertThat(passed(once, dialect, row.sender()))
                        .as("version %d", version)
                        .isEqualTo(once);
            }
        }
    }

    @Property(tries = 3000)
    void a_message_of_any_length_is_read_or_called_malformed(
            @ForAll("anyRow") Row<?> row, @ForAll long seed, @ForAll int cut, @ForAll("version") int version) {
        var frame = frame(AnyMessage.of(row.type(), seed), Dialect.utf8(version));
        int body = Math.floorMod(cut, frame.readableBytes() - 12 + 1);
        frame.setIntLE(0, 4 + body).writerIndex(12 + body);

        assertThat(decoded(frame, Dialect.utf8(version), row.sender())).isNotNull();
        assertThat(frame.isReadable()).isFalse();
    }

    @Test
    void an_unknown_id_is_kept_whole() {
        var unknown = new Unknown(0xFF02, Bytes.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));

        assertThat(passed(unknown, Dialect.latin1(8), Sender.STATION)).isEqualTo(unknown);
        assertThat(SccpMessages.name(unknown)).isEqualTo("0xFF02");
    }

    @Test
    void a_phone_that_plays_the_server_is_malformed() {
        var frame = frame(AnyMessage.of(RegisterAck.class, 1), Dialect.INITIAL);

        assertThat(decoded(frame, Dialect.INITIAL, Sender.STATION))
                .isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.reason()).isEqualTo("RegisterAck is never sent by the station");
                    assertThat(malformed.body().length()).isEqualTo(20);
                });
    }

    @Test
    void either_end_may_send_a_digit() {
        var digit = AnyMessage.of(KeypadButton.class, 1);

        assertThat(passed(digit, Dialect.INITIAL, Sender.STATION)).isEqualTo(digit);
        assertThat(passed(digit, Dialect.INITIAL, Sender.SERVER)).isEqualTo(digit);
    }

    @Provide
    Arbitrary<Row<?>> anyRow() {
        return Arbitraries.of(SccpMessages.TABLE);
    }

    @Provide
    Arbitrary<Integer> version() {
        return Arbitraries.of(IntStream.rangeClosed(0, 22).boxed().toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(SccpMessagesTest::leaves)
                        .distinct()
                : Stream.of(type);
    }

    private static SccpMessage passed(SccpMessage message, Dialect dialect, Sender sender) {
        var frame = frame(message, dialect);
        var decoded = decoded(frame, dialect, sender);
        assertThat(decoded)
                .as(() -> message + " as " + ByteBufUtil.hexDump(frame.readerIndex(0)))
                .isInstanceOf(SccpMessage.class);
        return (SccpMessage) decoded;
    }

    private static ByteBuf frame(SccpMessage message, Dialect dialect) {
        var frame = Unpooled.buffer();
        SccpEncoder.encode(message, dialect, frame);
        assertThat(frame.readableBytes() % 4).isZero();
        return frame;
    }

    private static Object decoded(ByteBuf frame, Dialect dialect, Sender sender) {
        var decoder = new SccpDecoder(sender);
        decoder.dialect(dialect);
        return decoder.decode(frame).orElseThrow();
    }
}
