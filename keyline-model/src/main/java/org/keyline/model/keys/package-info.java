/** What stands on a phone's keys and buttons: softkeys by call state, buttons by position, modules, services. */
@NullMarked
package org.keyline.model.keys;

import org.jspecify.annotations.NullMarked;
