package org.keyline.phoneservices.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.phoneservices.access.Credentials.Outcome;
import org.keyline.trust.secret.PasswordHash;
import org.keyline.trust.secret.Secret;

class CredentialsTest {
    private static final DeviceName PHONE = new DeviceName("SEP001122334455");
    private static final DeviceName OTHER = new DeviceName("SEP001122334466");

    @TempDir
    private Path data = Path.of("");

    private final Credentials credentials = new Credentials(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void a_pin_is_right_for_its_user_only_and_is_no_password() throws UnknownHostException {
        try (var configuration = withUser()) {
            var now = configuration.snapshots().current();

            assertThat(credentials.pin(now, "asmith", "12345", PHONE)).isInstanceOf(Outcome.Accepted.class);
            assertThat(credentials.pin(now, "ASMITH", "12345", PHONE)).isInstanceOf(Outcome.Accepted.class);
            assertThat(credentials.pin(now, "asmith", "", PHONE)).isInstanceOf(Outcome.Wrong.class);
            assertThat(credentials.pin(now, "", "", PHONE)).isInstanceOf(Outcome.Wrong.class);
            assertThat(credentials.password(now, "asmith", "12345", InetAddress.getByName("192.0.2.1")))
                    .isInstanceOf(Outcome.Wrong.class);
        }
    }

    @Test
    void whoever_guesses_waits_at_every_phone_and_so_does_a_phone_for_every_user() {
        try (var configuration = withUser()) {
            var now = configuration.snapshots().current();
            for (int guess = 0; guess < 5; guess++) {
                assertThat(credentials.pin(now, "asmith", "0000" + guess, PHONE))
                        .isInstanceOf(Outcome.Wrong.class);
            }

            assertThat(credentials.pin(now, "asmith", "12345", OTHER)).isInstanceOf(Outcome.Wait.class);
            assertThat(credentials.pin(now, "other", "12345", PHONE)).isInstanceOf(Outcome.Wait.class);
            assertThat(credentials.pin(now, "other", "12345", OTHER)).isInstanceOf(Outcome.Wrong.class);
        }
    }

    private Configuration withUser() {
        var configuration = Configuration.open(data);
        configuration
                .store()
                .create(
                        Kinds.USER,
                        Map.of(
                                "id", Value.of("asmith"),
                                "lastName", Value.of("Smith"),
                                "pin", Value.of(PasswordHash.of(Secret.of("12345")))),
                        Author.administrator("test"))
                .orThrow();
        return configuration;
    }
}
