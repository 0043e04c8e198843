/**
 * TFTP as phones speak it: RFC 1350 in octet mode with the options of RFC 2347, 2348, 2349 and 7440. The packet reader
 * and the transfer are plain code without a socket; {@code TftpServer} gives them one.
 */
@NullMarked
package org.keyline.tftp.protocol;

import org.jspecify.annotations.NullMarked;
