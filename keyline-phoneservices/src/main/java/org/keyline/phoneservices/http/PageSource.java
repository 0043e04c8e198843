package org.keyline.phoneservices.http;

/** Who makes the pages. It may block: it is asked on a virtual thread. */
@FunctionalInterface
public interface PageSource {
    PageAnswer answer(PageRequest request);
}
