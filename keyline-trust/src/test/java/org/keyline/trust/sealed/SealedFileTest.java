package org.keyline.trust.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.trust.sealed.SealedFileException.Reason;
import org.keyline.trust.secret.Secret;

/** What is sealed under a passphrase comes back whole, or not at all. */
class SealedFileTest {
    private static final int CHUNK = SealedHeader.CHUNK;
    private static final int SEALED_CHUNK = CHUNK + SealingKey.TAG;
    private static final int BEGINNING = SealedHeader.LENGTH + SealingKey.CHECK;

    private static byte[] content(int length) {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] sealed, Reason reason) {
        return assertThatThrownBy(() -> Sealing.open(sealed))
                .isInstanceOfSatisfying(
                        SealedFileException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7})
    void content_of_any_length_comes_back(int length) throws Exception {
        var sealed = Sealing.seal(content(length));

        assertThat(Sealing.open(sealed)).isEqualTo(content(length));
        int chunks = Math.max(1, (length + CHUNK - 1) / CHUNK);
        assertThat(sealed).hasSize(BEGINNING + length + chunks * SealingKey.TAG);
    }

    @Test
    void what_other_code_sealed_by_the_same_rules_is_opened() throws Exception {
        try (var file = SealedFileTest.class.getResourceAsStream("elsewhere.sealed")) {
            var sealed = Objects.requireNonNull(file).readAllBytes();

            var opened = ByteBuffer.wrap(Sealing.open(sealed, "correct horse 電池 staple", DerivationCost.MOST));

            assertThat(opened.remaining()).isEqualTo(80_000);
            for (int i = 0; i < 20_000; i++) {
                assertThat(opened.getInt()).isEqualTo(i);
            }
        }
    }

    @Test
    void nothing_of_the_content_or_the_passphrase_can_be_read_and_no_file_is_like_another() {
        var content = "the private key of this node ".repeat(3000).getBytes(StandardCharsets.US_ASCII);
        var one = Sealing.seal(content);
        var other = Sealing.seal(content);

        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("private", Sealing.PASSPHRASE);
        assertThat(Arrays.copyOfRange(one, BEGINNING, one.length))
                .isNotEqualTo(Arrays.copyOfRange(other, BEGINNING, other.length));
    }

    @Test
    void another_passphrase_is_told_from_damage() {
        var sealed = Sealing.seal(content(100));

        assertThatThrownBy(() -> Sealing.open(sealed, "four words of somebody", Sealing.CHEAP))
                .isInstanceOfSatisfying(
                        SealedFileException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_PASSPHRASE));
        var salted = sealed.clone();
        salted[25] ^= 1;
        assertRefused(salted, Reason.WRONG_PASSPHRASE);
    }

    @Test
    void a_file_that_was_cut_off_is_noticed_wherever_it_was_cut() {
        var sealed = Sealing.seal(content(2 * CHUNK + 100));

        for (int length : new int[] {
            BEGINNING,
            BEGINNING + 1,
            BEGINNING + SEALED_CHUNK - 1,
            BEGINNING + SEALED_CHUNK,
            BEGINNING + 2 * SEALED_CHUNK,
            sealed.length - 1
        }) {
            assertRefused(Arrays.copyOf(sealed, length), Reason.DAMAGED).hasMessageContaining("cut off");
        }
        assertRefused(Arrays.copyOf(sealed, BEGINNING - 1), Reason.DAMAGED);
    }

    @Test
    void an_unfinished_file_is_not_whole() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var passphrase = Secret.of(Sealing.PASSPHRASE);
                var sealing = new SealingOutput(out, passphrase, Sealing.CHEAP)) {
            sealing.write(content(3 * CHUNK));
            assertRefused(out.toByteArray(), Reason.DAMAGED);
            sealing.finish();
        }
        assertThat(Sealing.open(out.toByteArray())).isEqualTo(content(3 * CHUNK));
    }

    @Test
    void chunks_that_change_places_or_come_twice_are_noticed() {
        var sealed = Sealing.seal(content(3 * CHUNK + 5));
        var swapped = sealed.clone();
        System.arraycopy(sealed, BEGINNING, swapped, BEGINNING + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(sealed, BEGINNING + SEALED_CHUNK, swapped, BEGINNING, SEALED_CHUNK);
        assertRefused(swapped, Reason.DAMAGED);

        var twice = sealed.clone();
        System.arraycopy(sealed, BEGINNING, twice, BEGINNING + SEALED_CHUNK, SEALED_CHUNK);
        assertRefused(twice, Reason.DAMAGED).hasMessageContaining("byte " + CHUNK);

        assertRefused(Arrays.copyOf(sealed, sealed.length + 1), Reason.DAMAGED);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void no_bit_can_be_turned_over(@ForAll @IntRange(max = 2 * CHUNK) int length, @ForAll long seed) {
        var random = new Random(seed);
        var sealed = Sealing.seal(content(length));
        sealed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));

        assertThatThrownBy(() -> Sealing.open(sealed)).isInstanceOf(SealedFileException.class);
    }

    @Test
    void other_files_later_versions_and_absurd_costs_are_refused_before_any_work() {
        assertRefused(new byte[0], Reason.FOREIGN);
        assertRefused(
                "PK\3\4 a zip file of some other program, long enough".getBytes(StandardCharsets.US_ASCII),
                Reason.FOREIGN);
        var newer = Sealing.seal(content(10));
        newer[8] = 2;
        assertRefused(newer, Reason.NEWER);
        for (int place : new int[] {10, 12, 13, 16}) {
            var absurd = Sealing.seal(content(10));
            absurd[place] = 0x7F;
            assertThatThrownBy(() -> Sealing.open(absurd, Sealing.PASSPHRASE, DerivationCost.MOST))
                    .isInstanceOfSatisfying(
                            SealedFileException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.EXCESSIVE));
        }
        var nothing = Sealing.seal(content(10));
        Arrays.fill(nothing, 12, 20, (byte) 0);
        assertRefused(nothing, Reason.EXCESSIVE);
    }

    @Test
    void a_passphrase_is_long_and_not_the_same_over_and_over() {
        assertThat(Passphrase.problem(Secret.of("elevenchars"))).hasValue(Passphrase.Problem.TOO_SHORT);
        assertThat(Passphrase.problem(Secret.of("abcabcabcabcabc"))).hasValue(Passphrase.Problem.MONOTONOUS);
        assertThat(Passphrase.problem(Secret.of("x".repeat(1025)))).hasValue(Passphrase.Problem.TOO_LONG);
        assertThat(Passphrase.problem(Secret.of("four words of nobody's"))).isEmpty();
    }

    @Test
    void the_usual_cost_is_the_one_the_rfc_recommends_and_is_within_the_bounds() throws IOException {
        assertThat(DerivationCost.STANDARD).isEqualTo(new DerivationCost(65_536, 3, 4));
        var out = new ByteArrayOutputStream();
        try (var passphrase = Secret.of(Sealing.PASSPHRASE);
                var sealing = new SealingOutput(out, passphrase)) {
            sealing.finish();
        }
        assertThat(Sealing.open(out.toByteArray(), Sealing.PASSPHRASE, DerivationCost.MOST))
                .isEmpty();
    }
}
