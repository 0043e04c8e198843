package org.keyline.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @Test
    void a_secret_is_compared_but_not_shown() {
        var secret = Secret.of("correct horse");

        assertThat(secret.toString()).doesNotContain("horse");
        assertThat(secret).isEqualTo(Secret.of("correct horse".toCharArray())).isNotEqualTo(Secret.of("correct"));
        assertThat(secret.hashCode()).isEqualTo(Secret.of("other").hashCode());
        assertThat(secret.length()).isEqualTo(13);
    }

    @Test
    void a_closed_secret_and_the_copies_handed_out_are_wiped() throws Exception {
        var secret = Secret.of("ab");

        var handedOut = secret.use(characters -> characters);
        assertThat(handedOut).containsExactly('\0', '\0');
        secret.close();
        assertThat(secret.<String>use(String::new)).isEqualTo("\0\0");
    }

    @Test
    void a_password_matches_its_hash_and_no_other_does() {
        var hash = PasswordHash.of(Secret.of("Keyline-1"));

        assertThat(hash).startsWith("$pbkdf2-sha256$600000$").doesNotContain("Keyline-1");
        assertThat(PasswordHash.matches(Secret.of("Keyline-1"), hash)).isTrue();
        assertThat(PasswordHash.matches(Secret.of("keyline-1"), hash)).isFalse();
        assertThat(PasswordHash.of(Secret.of("x"), 10)).isNotEqualTo(PasswordHash.of(Secret.of("x"), 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$pbkdf2-sha256$10$AAAA",
                "$pbkdf2-sha256$x$AAAA$AAAA",
                "$pbkdf2-sha256$-1$AAAA$AAAA",
                "$pbkdf2-sha256$999999999$AAAA$AAAA",
                "$pbkdf2-sha256$10$AAAA$",
                "$pbkdf2-sha256$10$!!$AAAA",
                "$pbkdf2-sha256$10$$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "$other$10$AAAA$AAAA"
            })
    void an_unknown_or_damaged_hash_matches_nothing(String hash) {
        assertThat(PasswordHash.matches(Secret.of("plain"), hash)).isFalse();
    }

    @Test
    void random_passwords_have_their_length_and_differ() throws Exception {
        var password = RandomPassword.letters(16);

        assertThat(password.length()).isEqualTo(16);
        assertThat(password).isNotEqualTo(RandomPassword.letters(16));
        assertThat(RandomPassword.digits(10).<String>use(String::new)).matches("\\d{10}");
    }
}
