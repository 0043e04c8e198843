/** TLS as plain settings: profiles, cipher suites and which peers are admitted. No socket and no framework here. */
@NullMarked
package org.keyline.trust.tls;

import org.jspecify.annotations.NullMarked;
