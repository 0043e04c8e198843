package org.keyline.model.schema;

/** What a changed field asks for before it takes effect everywhere (the restart and reset matrix of the spec). */
public enum AfterChange {
    NOTHING,
    /** Reset the device: it reboots and fetches its configuration file. */
    RESET_DEVICE,
    /** Restart the device: it registers again without rebooting. */
    RESTART_DEVICE,
    RESET_ALL_DEVICES,
    RESTART_CALLMANAGER,
    RESTART_CAPF,
    RESTART_TFTP,
    RESTART_TVS,
    RESTART_CTL_PROVIDER,
    RESTART_MEDIA_STREAMING,
    RESTART_PHONE_SERVICES
}
