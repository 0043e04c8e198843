package org.keyline.capf.verification;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.time.Duration;
import java.util.List;
import org.keyline.trust.trustlist.VerificationTable;

/** Any bytes are a request or malformed, nothing else; and every request has an answer. */
class RequestReaderFuzzTest {
    private static final Verifier VERIFIER =
            new Verifier(() -> VerificationTable.of(List.of()), () -> Duration.ofDays(1));

    @FuzzTest
    void any_bytes_are_answered_or_refused(byte[] bytes) {
        try {
            var answer = VERIFIER.answer(RequestReader.read(Unpooled.wrappedBuffer(bytes)));
            AnswerWriter.write(UnpooledByteBufAllocator.DEFAULT, answer).release();
        } catch (MalformedRequest expected) {
            // the answer to nonsense
        }
    }
}
