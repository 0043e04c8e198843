package org.keyline.trust.token;

import java.nio.file.Path;
import java.security.InvalidParameterException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.regex.Pattern;

/** Reaches a slot of a PKCS #11 module through the Java runtime's own provider. */
final class Pkcs11Module {
    /** What can stand in the provider's configuration without being taken for part of it. */
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9_./+-]+");

    private Pkcs11Module() {}

    /**
     * The provider of one slot.
     *
     * @param slotIndex the place of the slot in the module's own list, from 0
     * @throws TokenException when the module cannot be loaded or has no such slot
     */
    static Provider provider(Path module, int slotIndex) throws TokenException {
        var library = module.toAbsolutePath().normalize().toString();
        if (!PLAIN.matcher(library).matches()) {
            throw new TokenException(
                    TokenException.Reason.NO_MODULE,
                    "The path of a PKCS #11 module has plain letters only: " + library);
        }
        try {
            return Security.getProvider("SunPKCS11").configure("""
                            --name = keyline-%d
                            library = %s
                            slotListIndex = %d
                            attributes(generate, CKO_PRIVATE_KEY, *) = {
                              CKA_TOKEN = true
                              CKA_PRIVATE = true
                              CKA_SENSITIVE = true
                              CKA_EXTRACTABLE = false
                              CKA_SIGN = true
                            }
                            """.formatted(slotIndex, library, slotIndex));
        } catch (InvalidParameterException | ProviderException | UnsupportedOperationException e) {
            // Says first what is wrong with the module itself, if anything is.
            Cryptoki.load(module).slots();
            throw noSlot(module, slotIndex);
        }
    }

    static TokenException noSlot(Path module, int slotIndex) {
        return new TokenException(
                TokenException.Reason.NO_TOKEN, "The PKCS #11 module " + module + " has no slot at place " + slotIndex);
    }

    /** Whether an initialised token is in the slot. */
    static boolean hasToken(Path module, int slotIndex) throws TokenException {
        return provider(module, slotIndex).getService("KeyStore", "PKCS11") != null;
    }
}
