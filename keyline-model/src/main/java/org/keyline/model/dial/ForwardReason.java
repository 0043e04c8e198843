package org.keyline.model.dial;

/** When a line's calls go elsewhere. */
public enum ForwardReason {
    /** Always. */
    ALL,
    /** When every appearance is busy. */
    BUSY,
    /** When nobody answers in time. */
    NO_ANSWER,
    /** When no device with the line is registered. */
    UNREGISTERED,
    /** When hunting on its behalf found nobody. */
    NO_COVERAGE
}
