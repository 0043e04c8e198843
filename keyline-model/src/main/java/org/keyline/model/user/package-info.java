/** People and what follows them from phone to phone: users, their profiles, and the services phones offer. */
@NullMarked
package org.keyline.model.user;

import org.jspecify.annotations.NullMarked;
