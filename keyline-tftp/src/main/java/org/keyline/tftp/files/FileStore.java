package org.keyline.tftp.files;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.keyline.trust.certificate.NodeCertificates;

/**
 * What phone files are made with.
 *
 * @param files the directory of static files and of {@code CTLFile.tlv}
 * @param state a directory of the node's own, where the ITL file is kept; made when it is missing
 * @param certificates the node's certificates, as they are now
 * @param clock when files are signed
 */
public record FileStore(Path files, Path state, Supplier<NodeCertificates> certificates, Clock clock) {}
