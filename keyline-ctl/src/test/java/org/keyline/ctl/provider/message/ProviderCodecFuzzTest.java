package org.keyline.ctl.provider.message;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever comes, the decoder answers with a message or with a described refusal, and a message is what it was. */
class ProviderCodecFuzzTest {
    @FuzzTest
    void decoder_survives_anything(byte[] payload) {
        try {
            var again = ProviderCodec.encode(ProviderCodec.decode(payload));
            if (!Arrays.equals(again, ProviderCodec.encode(ProviderCodec.decode(again)))) {
                throw new AssertionError("A message changed on its way");
            }
        } catch (MalformedProviderMessage refused) {
            // the answer to nonsense
        }
    }
}
