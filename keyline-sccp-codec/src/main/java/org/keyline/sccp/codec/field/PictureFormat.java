package org.keyline.sccp.codec.field;

import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * A custom picture format.
 *
 * @param width pixels
 * @param height pixels
 * @param pixelAspectRatio H.263 code
 * @param clockConversionCode H.263 code
 * @param clockDivisor H.263 divisor
 */
public record PictureFormat(int width, int height, int pixelAspectRatio, int clockConversionCode, int clockDivisor) {
    static final int SIZE = 20;

    static PictureFormat read(SccpReader in) {
        return new PictureFormat(in.u32(), in.u32(), in.u32(), in.u32(), in.u32());
    }

    void write(SccpWriter out) {
        out.u32(width)
                .u32(height)
                .u32(pixelAspectRatio)
                .u32(clockConversionCode)
                .u32(clockDivisor);
    }
}
