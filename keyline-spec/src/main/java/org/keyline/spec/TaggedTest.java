package org.keyline.spec;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * A test method that names rows, by {@link Spec} on itself, on its class or on a class around that.
 *
 * @param className the binary name of the test class
 * @param method the method's name
 * @param ids the rows' ids, none twice
 */
record TaggedTest(String className, String method, SequencedSet<String> ids) {
    /** The tagged test behind a source, or empty when neither the method nor a class around it carries {@link Spec}. */
    static Optional<TaggedTest> of(MethodSource source) {
        var ids = new LinkedHashSet<String>();
        collect(source.getJavaMethod(), ids);
        for (Class<?> type = source.getJavaClass(); type != null; type = type.getEnclosingClass()) {
            collect(type, ids);
        }
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new TaggedTest(source.getClassName(), source.getMethodName(), ids));
    }

    Stream<TestOutcome> outcomes(Verdict verdict) {
        return ids.stream().map(id -> new TestOutcome(id, className + "#" + method, verdict));
    }

    private static void collect(AnnotatedElement element, SequencedSet<String> into) {
        Optional.ofNullable(element.getAnnotation(Spec.class))
                .ifPresent(spec -> into.addAll(Arrays.asList(spec.value())));
    }
}
