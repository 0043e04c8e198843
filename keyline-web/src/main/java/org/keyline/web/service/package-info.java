/** Services in pages: whose they are, and their parameters. */
@NullMarked
package org.keyline.web.service;

import org.jspecify.annotations.NullMarked;
