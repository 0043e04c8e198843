package org.keyline.spec;

/**
 * One row of the catalogue.
 *
 * @param id the row's id
 * @param group what the row is about, the heading it is reported under
 * @param title a few words on what it asks for
 */
record SpecRow(String id, String group, String title) {}
