/**
 * The whole configuration as one YAML file: written in a stable order with a comment for each kind, read and validated
 * as a whole. Every problem names its line and column; a file with a problem changes nothing.
 */
@NullMarked
package org.keyline.config.yaml;

import org.jspecify.annotations.NullMarked;
