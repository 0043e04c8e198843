package org.keyline.trust.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyTypeTest {
    @ParameterizedTest
    @EnumSource(names = "RSA_4096", mode = EnumSource.Mode.EXCLUDE)
    void a_generated_key_is_of_its_type(KeyType type) {
        assertThat(KeyType.of(type.generate().getPublic())).contains(type);
    }

    @Test
    void sizes_and_algorithms_without_a_type_are_empty() throws Exception {
        var odd = java.security.KeyPairGenerator.getInstance("RSA");
        odd.initialize(1536);

        assertThat(KeyType.of(odd.generateKeyPair().getPublic())).isEmpty();
        assertThat(KeyType.of(java.security.KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()))
                .isEmpty();
        assertThat(KeyType.rsa(1023)).isEmpty();
        assertThat(KeyType.rsa(2048)).contains(KeyType.RSA_2048);
    }
}
