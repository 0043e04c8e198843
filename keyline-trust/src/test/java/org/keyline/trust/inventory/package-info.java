/** The inventory of certificates, with {@code openssl} as certificate authority and as second opinion. */
@NullMarked
package org.keyline.trust.inventory;

import org.jspecify.annotations.NullMarked;
