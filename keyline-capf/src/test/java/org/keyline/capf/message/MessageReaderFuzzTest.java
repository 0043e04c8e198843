package org.keyline.capf.message;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;

/** Any bytes are a message or malformed, nothing else. */
class MessageReaderFuzzTest {
    @FuzzTest
    void any_bytes_are_read_or_refused(byte[] bytes) {
        try {
            MessageReader.read(Unpooled.wrappedBuffer(bytes));
        } catch (MalformedMessage expected) {
            // the answer to nonsense
        }
    }
}
