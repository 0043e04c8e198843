/** The CTL client against real servers, with an administrator who answers from a list. */
@NullMarked
package org.keyline.ctl.client;

import org.jspecify.annotations.NullMarked;
