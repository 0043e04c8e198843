package org.keyline.lab.verification;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Signer;

/**
 * A request as it goes over the wire.
 *
 * @param command 1 VERIFY, 3 QUERY
 * @param id chosen by the phone, echoed by the server
 * @param elements tags, lengths and values
 */
public record VerificationRequest(int command, int id, Octets elements) {
    static final int PROTOCOL = 0x57;
    static final int VERSION = 1;
    private static final int VERIFY = 1;
    private static final int QUERY = 3;

    /** May I trust this certificate? */
    public static VerificationRequest verify(int id, String device, Octets certificate) {
        return new VerificationRequest(VERIFY, id, device(device).plus(element(2, certificate)));
    }

    /** Who is this signer? Vendor phones also name the subject, which of a self-signed certificate is the issuer. */
    public static VerificationRequest query(int id, String device, Signer signer) {
        var issuer = Octets.of(signer.issuer() + "\0");
        return new VerificationRequest(
                QUERY,
                id,
                device(device).plus(element(3, issuer)).plus(element(4, issuer)).plus(element(5, signer.serial())));
    }

    private static Octets device(String name) {
        return element(1, Octets.ofHex("01").plus(Octets.of(name)));
    }

    private static Octets element(int tag, Octets value) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(value.length() >> 8);
        out.write(value.length());
        out.writeBytes(value.toArray());
        return Octets.of(out.toByteArray());
    }

    /** The bytes, to be written at once. */
    public byte[] encode() {
        return ByteBuffer.allocate(10 + elements.length())
                .put((byte) PROTOCOL)
                .put((byte) VERSION)
                .put((byte) command)
                .put((byte) 0)
                .putInt(id)
                .putShort((short) elements.length())
                .put(elements.toArray())
                .array();
    }
}
