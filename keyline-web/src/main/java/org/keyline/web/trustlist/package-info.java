/** What the pages show and change of the trust lists that phones are given; whoever runs the pages provides it. */
@NullMarked
package org.keyline.web.trustlist;

import org.jspecify.annotations.NullMarked;
