package org.keyline.bench.run;

/** One of the measurements. */
@FunctionalInterface
public interface Measurement {
    /** Measures and adds its figures to the report; whatever it throws is reported as that measurement's failure. */
    void run(Workshop workshop) throws Exception;
}
