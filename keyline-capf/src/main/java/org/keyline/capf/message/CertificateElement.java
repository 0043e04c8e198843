package org.keyline.capf.message;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.keyline.trust.lsc.CertificateKind;
import org.keyline.trust.tlv.Octets;

/**
 * A certificate as element 4 carries it.
 *
 * <pre>
 * 0  01   1  length of what follows (2)   3  00   4  type: 01 LSC, 02 MIC   5  DER
 * </pre>
 *
 * @param kind LSC or MIC; LSC also for type numbers nobody knows
 * @param der the certificate, not looked into
 */
public record CertificateElement(CertificateKind kind, Octets der) {
    private static final int PREFIX = 5;
    private static final int FORMAT = 1;

    static CertificateElement read(Octets element) {
        var in = Unpooled.wrappedBuffer(element.bytes());
        if (in.readableBytes() <= PREFIX || in.readUnsignedByte() != FORMAT) {
            throw new MalformedMessage("The certificate element has no certificate");
        }
        if (in.readUnsignedShort() != in.readableBytes()) {
            throw new MalformedMessage("The certificate element has another length than it says");
        }
        in.skipBytes(1);
        var kind = in.readUnsignedByte() == CertificateKind.MIC.code() ? CertificateKind.MIC : CertificateKind.LSC;
        return new CertificateElement(kind, rest(in));
    }

    void write(ByteBuf out) {
        out.writeByte(FORMAT)
                .writeShort(der.length() + 2)
                .writeByte(0)
                .writeByte(kind.code())
                .writeBytes(der.bytes());
    }

    int length() {
        return PREFIX + der.length();
    }

    private static Octets rest(ByteBuf in) {
        var bytes = new byte[in.readableBytes()];
        in.readBytes(bytes);
        return Octets.of(bytes);
    }
}
