package org.keyline.node.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keyline.lab.LabPhone;
import org.keyline.lab.files.Octets;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;
import org.keyline.sccp.codec.message.ServerMedia.StartMediaTransmission;

/**
 * Master key and salt of a stream, as a phone was told.
 *
 * @param key the key
 * @param salt the salt
 */
record Keys(Octets key, Octets salt) {
    private static Keys of(SrtpKeyBlock block) {
        return new Keys(Octets.of(block.key()), Octets.of(block.salt()));
    }

    /** What the phone was told to decrypt with, oldest first; streams in the clear are left out. */
    static List<Keys> toHear(LabPhone phone) {
        return told(
                phone,
                message -> message instanceof OpenReceiveChannel open ? Optional.of(open.key()) : Optional.empty());
    }

    /** What the phone was told to encrypt with, oldest first; streams in the clear are left out. */
    static List<Keys> toSpeak(LabPhone phone) {
        return told(
                phone,
                message ->
                        message instanceof StartMediaTransmission start ? Optional.of(start.key()) : Optional.empty());
    }

    private static List<Keys> told(LabPhone phone, Function<Object, Optional<SrtpKeyBlock>> block) {
        return phone.messages().stream()
                .filter(said -> !said.fromPhone())
                .flatMap(said -> block.apply(said.message()).stream())
                .filter(SrtpKeyBlock::isEncrypted)
                .map(Keys::of)
                .toList();
    }

    /** Every way in which a key or a salt might be written. */
    static List<String> written(LabPhone... phones) {
        var ways = new ArrayList<String>();
        for (var phone : phones) {
            Stream.concat(toHear(phone).stream(), toSpeak(phone).stream())
                    .flatMap(keys -> Stream.of(keys.key(), keys.salt()))
                    .forEach(secret -> ways.addAll(written(secret.toArray())));
        }
        return ways;
    }

    /** Half of a secret is as good a sign as the whole. */
    private static List<String> written(byte[] secret) {
        var half = Arrays.copyOf(secret, secret.length / 2);
        var hex = HexFormat.of();
        return List.of(
                hex.formatHex(half),
                hex.withUpperCase().formatHex(half),
                HexFormat.ofDelimiter(" ").formatHex(half),
                HexFormat.ofDelimiter(":").formatHex(half),
                Arrays.toString(half).replaceAll("[\\[\\]]", ""),
                Base64.getEncoder().withoutPadding().encodeToString(secret).substring(0, 9));
    }

    /** Masked. */
    @Override
    public String toString() {
        return "Keys";
    }
}
