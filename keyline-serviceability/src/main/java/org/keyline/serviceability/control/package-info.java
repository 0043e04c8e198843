/** What administrators do to services: activation, which lasts, and the running state, which does not (spec OPS-15). */
@NullMarked
package org.keyline.serviceability.control;

import org.jspecify.annotations.NullMarked;
