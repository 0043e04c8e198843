package org.keyline.model.user;

/**
 * An entry of a user's own address book.
 *
 * @param index its place in the book, from 1
 * @param name whose number it is
 * @param number what is dialled
 */
public record Contact(int index, String name, String number) {}
