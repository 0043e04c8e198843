package org.keyline.lab.phone;

import java.util.List;
import org.keyline.lab.trust.Flash;

/**
 * The menus behind the button Settings, one visit long, as far as they can change what the phone trusts (spec CTL9-51,
 * CTL9-52, SEC-38). They are locked when the visit begins.
 */
public final class SettingsMenu {
    /** What unlocks: the user presses these keys. */
    public static final String UNLOCK = "**#";

    /** Of the phones without a menu of their own kind, those that have a CTL file. */
    private static final List<String> CLASSIC = List.of("7940", "7960");

    private final PhoneProfile profile;
    private final Flash flash;
    private final boolean accessible;
    private final Runnable restart;
    private boolean unlocked;

    SettingsMenu(PhoneProfile profile, Flash flash, boolean accessible, Runnable restart) {
        this.profile = profile;
        this.flash = flash;
        this.accessible = accessible;
        this.restart = restart;
    }

    /** The user presses keys; the right ones unlock. */
    public SettingsMenu presses(String keys) {
        unlocked = unlocked || keys.equals(UNLOCK);
        return this;
    }

    /** Security Configuration, CTL file (or Trust List), Erase; the phone starts again. */
    public void erasesTrustList() {
        require(CLASSIC.contains(profile.model()) || profile.family().isModern(), "no CTL file in the menu");
        erases(flash::eraseTrustLists);
    }

    /** The softkey Erase of Settings itself, which takes more than the CTL file; the phone starts again. */
    public void erasesSettings() {
        require(profile.family().isModern(), "no softkey Erase in the menu");
        erases(flash::eraseSettings);
    }

    private void erases(Runnable what) {
        require(accessible, "no access to settings");
        require(unlocked, "the menu is locked");
        what.run();
        restart.run();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(profile.model() + ": " + otherwise);
        }
    }
}
