package org.keyline.model.device;

/** A speed-dial button: its instance from 1, the digits it dials and its label. */
public record SpeedDial(int instance, String digits, String label) {}
