/**
 * Stories with a real node: lab phones boot from it, enrol, register and call over real sockets. Each class has a
 * {@link org.keyline.node.scenario.Site} of its own on its own loopback address.
 */
@NullMarked
package org.keyline.node.scenario;

import org.jspecify.annotations.NullMarked;
