/**
 * Extension mobility: users log in at phones, which then have their lines, until they log out or too long has passed.
 */
@NullMarked
package org.keyline.phoneservices.login;

import org.jspecify.annotations.NullMarked;
