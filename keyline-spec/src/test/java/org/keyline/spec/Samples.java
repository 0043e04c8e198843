package org.keyline.spec;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Test classes with known ends; the build does not run them by themselves, since the names of nested classes are left
 * out.
 */
final class Samples {
    private Samples() {}

    static class Outcomes {
        @Test
        @Spec({"A-1", "A-5"})
        void passes() {}

        @Test
        @Spec("A-2")
        void fails() {
            Assertions.fail("as it should");
        }

        @Test
        @Disabled("shows a disabled test")
        @Spec("A-3")
        void is_disabled() {}

        @Test
        @Spec("A-4")
        void gives_up() {
            Assumptions.abort("as it should");
        }

        @Test
        void is_not_tagged() {}
    }

    static class Repeated {
        @ParameterizedTest
        @ValueSource(ints = {2, 3, 4})
        @Spec("B-1")
        void halves(int number) {
            Assertions.assertThat(number % 2).isZero();
        }
    }

    static class Dynamic {
        @TestFactory
        @Spec("C-1")
        Stream<DynamicTest> several() {
            return IntStream.range(0, 3).mapToObj(n -> DynamicTest.dynamicTest("number " + n, () -> {}));
        }
    }

    @Spec("D-1")
    static class Outer {
        @Test
        void here() {}

        @Nested
        class Inner {
            @Test
            @Spec("D-2")
            void there() {}
        }
    }

    static class Unprepared {
        @BeforeAll
        static void prepare() {
            Assertions.fail("as it should");
        }

        @Test
        @Spec("E-1")
        void never() {}
    }

    static class Properties {
        @Property(tries = 5)
        @Spec("F-1")
        void holds(@ForAll @IntRange(min = 1, max = 9) int number) {
            Assertions.assertThat(number).isPositive();
        }

        @Property(tries = 5)
        @Spec("F-2")
        void does_not_hold(@ForAll @IntRange(min = 1, max = 9) int number) {
            Assertions.assertThat(number).isZero();
        }
    }
}
