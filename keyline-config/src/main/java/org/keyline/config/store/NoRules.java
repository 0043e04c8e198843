package org.keyline.config.store;

/** Kinds whose fields say all. */
record NoRules() implements Rules {}
