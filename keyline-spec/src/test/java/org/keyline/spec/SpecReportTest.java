package org.keyline.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the report of a small project written for each test. */
class SpecReportTest {
    private static final String IDS = """
            id\tgroup\ttitle
            OV-01\tOverview\tthreats <named>
            OV-02\tOverview\tanswers
            PH-01\tPhones\ta lock
            PH-02\tPhones\tWindows dialog
            """;

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeCatalogue() throws IOException {
        write("docs/spec-ids.tsv", IDS);
        write("docs/spec-exclusions.md", "# Left out\n\n- `PH-02`: a dialog of a foreign product\n");
    }

    @Test
    void rows_are_covered_failing_uncovered_or_excluded() throws IOException {
        write("keyline-a/target/spec-report/a.tsv", "OV-01\torg.A#one_thing\tpassed\nOV-02\torg.A#two\tpassed\n");
        write("keyline-b/target/spec-report/b.tsv", "OV-02\torg.B#three\tfailed\nPH-01\torg.B#four\tskipped\n");
        assertThat(report()).isZero();
        assertThat(root.resolve("target/spec-report/spec.tsv")).hasContent("""
                id\tstatus\ttests
                OV-01\tcovered\torg.A#one_thing
                OV-02\tfailing\torg.A#two org.B#three
                PH-01\tuncovered\torg.B#four
                PH-02\texcluded\t
                """);
        assertThat(printed())
                .contains("1 of 4 specification rows covered; 1 failing, 1 uncovered, 1 excluded")
                .contains("Overview: 1 of 2")
                .contains("failing: OV-02")
                .contains("uncovered: PH-01");
    }

    @Test
    void the_page_shows_titles_as_text_and_tests_as_sentences() throws IOException {
        write("keyline-a/target/spec-report/a.tsv", "OV-01\torg.keyline.A#one_thing\tpassed\n");
        assertThat(report()).isZero();
        assertThat(root.resolve("target/spec-report/spec.html"))
                .content()
                .contains("threats &lt;named&gt;")
                .contains("A: one thing")
                .contains("a dialog of a foreign product")
                .doesNotContain("{total}");
    }

    @Test
    void the_brief_form_counts_but_does_not_list_the_uncovered() {
        assertThat(report(true)).isZero();
        assertThat(printed()).contains("Overview: 0 of 2").doesNotContain("OV-01");
    }

    @Test
    void a_project_without_any_report_covers_nothing() {
        assertThat(report()).isZero();
        assertThat(printed()).contains("0 of 4");
    }

    @Test
    void an_excluded_row_that_a_test_proves_is_covered() throws IOException {
        write("keyline-a/target/spec-report/a.tsv", "PH-02\torg.A#one\tpassed\n");
        assertThat(report()).isZero();
        assertThat(printed()).contains("1 of 4 specification rows covered; 0 failing, 3 uncovered, 0 excluded");
    }

    @Test
    void a_tag_with_an_unknown_id_is_an_error() throws IOException {
        write("keyline-a/target/spec-report/a.tsv", "OV-99\torg.A#one\tpassed\n");
        assertThat(report()).isOne();
        assertThat(complaint()).contains("OV-99 in org.A#one");
    }

    @Test
    void an_exclusion_needs_a_known_id_and_a_reason() throws IOException {
        write("docs/spec-exclusions.md", "- `PH-02`: \n");
        assertThat(report()).isOne();
        write("docs/spec-exclusions.md", "- `PH-77`: no such row\n");
        assertThat(report()).isOne();
        assertThat(complaint()).contains("PH-77");
    }

    @Test
    void a_repeated_or_broken_line_of_the_catalogue_is_an_error() throws IOException {
        write("docs/spec-ids.tsv", IDS + "OV-01\tOverview\tagain\n");
        assertThat(report()).isOne();
        assertThat(complaint()).contains("OV-01 stands twice");
        write("docs/spec-ids.tsv", IDS + "OV-03\tOverview\n");
        assertThat(report()).isOne();
    }

    private int report() {
        return report(false);
    }

    private int report(boolean brief) {
        return SpecReport.run(root, brief, printer(out), printer(err));
    }

    private static PrintStream printer(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void write(String file, String content) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
