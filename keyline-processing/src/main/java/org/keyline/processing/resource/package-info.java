/** Media resources as call processing keeps them: who has registered, and which of them a call is given. */
@NullMarked
package org.keyline.processing.resource;

import org.jspecify.annotations.NullMarked;
