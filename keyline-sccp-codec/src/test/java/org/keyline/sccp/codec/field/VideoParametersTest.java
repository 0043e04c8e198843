package org.keyline.sccp.codec.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyline.sccp.codec.wire.Bytes;

class VideoParametersTest {
    @Test
    void video_parameters_take_76_bytes_there_and_back() {
        var h264 = Bytes.of(
                new byte[] {0x40, 0, 0, 0, 0x32, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        var video = new VideoParameters(3840, List.of(new VideoParameters.Format(3, 1)), 0, h264);

        assertThat(video.encode().length()).isEqualTo(76);
        assertThat(VideoParameters.of(video.encode())).isEqualTo(video);
    }
}
