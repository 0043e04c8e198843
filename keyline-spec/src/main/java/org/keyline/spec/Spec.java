package org.keyline.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the specification rows a test proves.
 *
 * <p>A row counts as covered only by a test that would fail if the behaviour were wrong, through the real component.
 * The ids and a short title of each stand in {@code docs/spec-ids.tsv}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Spec {
    /** The ids of the proven rows, for example {@code "OV-65"}. */
    String[] value();
}
