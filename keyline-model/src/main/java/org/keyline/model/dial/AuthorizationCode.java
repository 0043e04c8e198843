package org.keyline.model.dial;

/**
 * A forced authorisation code: whoever knows it may call what asks for its level or a lower one.
 *
 * @param name whose it is, or what for; it stands in call records
 * @param code 1 to 16 digits
 * @param level 0 to 255
 */
public record AuthorizationCode(String name, String code, int level) {
    /** The code is a secret of those who use it. */
    @Override
    public String toString() {
        return "AuthorizationCode[" + name + ", level " + level + "]";
    }
}
