package org.keyline.node.backup;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of this product.
 *
 * @param major changes what people must know
 * @param minor adds to it
 * @param patch mends it
 */
public record ProductVersion(int major, int minor, int patch) implements Comparable<ProductVersion> {
    /** The version of this code. */
    public static final String CURRENT = "0.1.0";

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})");
    private static final Comparator<ProductVersion> ORDER = Comparator.comparingInt(ProductVersion::major)
            .thenComparingInt(ProductVersion::minor)
            .thenComparingInt(ProductVersion::patch);

    /** The version this text names, {@code 0.1.0}; empty for any other text. */
    static Optional<ProductVersion> of(String text) {
        var found = FORM.matcher(text);
        return found.matches()
                ? Optional.of(
                        new ProductVersion(number(found.group(1)), number(found.group(2)), number(found.group(3))))
                : Optional.empty();
    }

    static ProductVersion current() {
        return of(CURRENT).orElseThrow();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Override
    public int compareTo(ProductVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
