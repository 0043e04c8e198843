package org.keyline.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs small test classes through the real launcher and reads what the listener wrote of them. */
class SpecListenerTest {
    @TempDir
    Path directory;

    @Test
    void each_tagged_test_is_written_with_its_verdict() throws IOException {
        assertThat(reportOf(Samples.Outcomes.class))
                .containsExactly(
                        line("A-1", "Outcomes#passes", "passed"),
                        line("A-2", "Outcomes#fails", "failed"),
                        line("A-3", "Outcomes#is_disabled", "skipped"),
                        line("A-4", "Outcomes#gives_up", "skipped"),
                        line("A-5", "Outcomes#passes", "passed"));
    }

    @Test
    void one_failing_invocation_fails_the_whole_test() throws IOException {
        assertThat(reportOf(Samples.Repeated.class)).containsExactly(line("B-1", "Repeated#halves", "failed"));
    }

    @Test
    void dynamic_tests_count_for_the_method_that_makes_them() throws IOException {
        assertThat(reportOf(Samples.Dynamic.class)).containsExactly(line("C-1", "Dynamic#several", "passed"));
    }

    @Test
    void a_tag_on_a_class_counts_for_all_its_tests_and_the_classes_within() throws IOException {
        assertThat(reportOf(Samples.Outer.class)).containsExactly(line("D-1", "Outer#here", "passed"));
        assertThat(Files.readAllLines(directory.resolve(Samples.Outer.Inner.class.getName() + ".tsv")))
                .containsExactly(
                        line("D-1", "Outer$Inner#there", "passed"), line("D-2", "Outer$Inner#there", "passed"));
    }

    @Test
    void a_class_that_cannot_be_prepared_fails_its_tests() throws IOException {
        assertThat(reportOf(Samples.Unprepared.class)).containsExactly(line("E-1", "Unprepared#never", "failed"));
    }

    @Test
    void a_property_of_another_engine_is_written_too() throws IOException {
        assertThat(reportOf(Samples.Properties.class))
                .containsExactly(
                        line("F-1", "Properties#holds", "passed"), line("F-2", "Properties#does_not_hold", "failed"));
    }

    @Test
    void the_platform_finds_the_listener_by_itself() {
        assertThat(java.util.ServiceLoader.load(org.junit.platform.launcher.TestExecutionListener.class))
                .anyMatch(SpecListener.class::isInstance);
    }

    private List<String> reportOf(Class<?> tests) throws IOException {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameter("keyline.sample", "true")
                .build();
        // The listener the platform finds by itself would add these made-up rows to the project's own report.
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config).execute(request, new SpecListener(Optional.of(directory)));
        return Files.readAllLines(directory.resolve(tests.getName() + ".tsv"));
    }

    private static String line(String id, String test, String verdict) {
        return id + "\torg.keyline.spec.Samples$" + test + "\t" + verdict;
    }
}
