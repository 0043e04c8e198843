/** Administrators' accounts and small settings, beside the configuration objects. */
@NullMarked
package org.keyline.config.accounts;

import org.jspecify.annotations.NullMarked;
