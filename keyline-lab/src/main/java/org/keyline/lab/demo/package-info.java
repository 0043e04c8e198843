/** The demonstration: an encrypted call between two phones, from nothing, told step by step. */
@NullMarked
package org.keyline.lab.demo;

import org.jspecify.annotations.NullMarked;
