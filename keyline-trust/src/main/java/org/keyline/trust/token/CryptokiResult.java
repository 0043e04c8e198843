package org.keyline.trust.token;

/** The results (CKR_…) of a PKCS #11 module's functions that mean something to an administrator. */
final class CryptokiResult {
    static final long OK = 0;
    static final long ALREADY_LOGGED_IN = 0x100;
    static final long ALREADY_INITIALIZED = 0x191;

    private static final int PIN_INCORRECT = 0xA0;
    private static final int PIN_INVALID = 0xA1;
    private static final int PIN_LEN_RANGE = 0xA2;
    private static final int PIN_LOCKED = 0xA4;
    private static final int TOKEN_NOT_PRESENT = 0xE0;
    private static final int TOKEN_NOT_RECOGNIZED = 0xE1;
    private static final int PIN_NOT_INITIALIZED = 0x102;

    private CryptokiResult() {}

    /** The result as its number, as the makers of modules list it. */
    static String text(long result) {
        return String.format("CKR 0x%X", result);
    }

    /**
     * Nothing when {@code result} is good.
     *
     * @throws TokenException otherwise, in the words that software tokens use
     */
    static void require(String token, long result) throws TokenException {
        if (result == OK) {
            return;
        }
        throw switch ((int) result) {
            case PIN_INCORRECT -> TokenException.wrongPasswordByItself(token);
            case PIN_LOCKED -> TokenException.lockedByItself(token);
            case PIN_INVALID, PIN_LEN_RANGE ->
                new TokenException(
                        TokenException.Reason.UNFIT_PASSWORD, "The token " + token + " does not take this password");
            case TOKEN_NOT_PRESENT, TOKEN_NOT_RECOGNIZED ->
                new TokenException(TokenException.Reason.NO_TOKEN, "There is no token in " + token);
            case PIN_NOT_INITIALIZED ->
                new TokenException(
                        TokenException.Reason.UNUSABLE, "The token " + token + " has no password yet: initialise it");
            default ->
                new TokenException(
                        TokenException.Reason.UNUSABLE, "The token " + token + " cannot be used: " + text(result));
        };
    }
}
