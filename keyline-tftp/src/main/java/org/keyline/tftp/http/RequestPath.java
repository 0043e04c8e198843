package org.keyline.tftp.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Optional;
import org.keyline.tftp.AskedName;

/** The file name in a request's target. */
final class RequestPath {
    private RequestPath() {}

    /** The clean name; empty when the target is no path of ours. A query is ignored. */
    static Optional<String> name(String target) {
        if (!target.startsWith("/")) {
            return Optional.empty();
        }
        var query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        try {
            // in a path a plus is a plus
            return AskedName.clean(QueryStringDecoder.decodeComponent(path.replace("+", "%2B")));
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }
}
