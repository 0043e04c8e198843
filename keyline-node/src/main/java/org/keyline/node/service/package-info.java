/**
 * Services of a node as administrators and commands reach them: what is kept of them, and a door to the running node.
 */
@NullMarked
package org.keyline.node.service;

import org.jspecify.annotations.NullMarked;
