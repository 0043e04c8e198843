package org.keyline.trust.token;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The few calls of a PKCS #11 module that the Java runtime's own provider does not offer (PKCS #11 2.40, sections 5.4
 * to 5.6): its list of slots, and what a change of a password needs.
 *
 * <p>The module is initialised and never finalised: it exists once in a process, and the runtime's provider shares it.
 * Its numbers (CK_ULONG) are as long as a C {@code long}, which is 8 bytes wherever this program runs.
 */
@SuppressWarnings("restricted") // a PKCS #11 module is a C library; the launcher allows native access
final class Cryptoki {
    private static final Linker LINKER = Linker.nativeLinker();

    /** In CK_FUNCTION_LIST a version stands before the functions, in the room of one pointer. */
    private static final int BEFORE_FUNCTIONS = 1;

    private static final int MOST_SLOTS_READ = 256;

    /** CK_TOKEN_INFO: its size, and where the longest and the shortest PIN stand in it. */
    private static final long TOKEN_INFO = 208;

    private static final long LONGEST_PIN = 136;
    private static final long SHORTEST_PIN = 144;

    private static final long SERIAL_AND_READ_WRITE = 6;
    private static final long USER = 1;

    private static final Function INITIALIZE = Function.at(0, ADDRESS);
    private static final Function GET_SLOT_LIST = Function.at(4, JAVA_BYTE, ADDRESS, ADDRESS);
    private static final Function GET_TOKEN_INFO = Function.at(6, JAVA_LONG, ADDRESS);
    private static final Function SET_PIN = Function.at(11, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final Function OPEN_SESSION = Function.at(12, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
    private static final Function CLOSE_SESSION = Function.at(13, JAVA_LONG);
    private static final Function LOGIN = Function.at(18, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final Function LOGOUT = Function.at(19, JAVA_LONG);
    private static final int FUNCTIONS_USED = 20;

    private final Path module;
    private final MemorySegment functions;

    private Cryptoki(Path module, MemorySegment functions) {
        this.module = module;
        this.functions = functions;
    }

    /**
     * A function of a module.
     *
     * @param place its place in CK_FUNCTION_LIST
     * @param shape its result (CK_RV) and arguments
     */
    private record Function(int place, FunctionDescriptor shape) {
        static Function at(int place, MemoryLayout... arguments) {
            return new Function(place, FunctionDescriptor.of(JAVA_LONG, arguments));
        }
    }

    /**
     * Loads a module.
     *
     * @throws TokenException with {@link TokenException.Reason#NO_MODULE} when it is missing or no PKCS #11 module
     */
    static Cryptoki load(Path module) throws TokenException {
        if (!Files.isRegularFile(module)) {
            throw new TokenException(TokenException.Reason.NO_MODULE, "There is no PKCS #11 module " + module);
        }
        try {
            var entry = SymbolLookup.libraryLookup(module.toAbsolutePath(), Arena.global())
                    .findOrThrow("C_GetFunctionList");
            var loaded = new Cryptoki(module, functions(entry));
            loaded.initialise();
            return loaded;
        } catch (RuntimeException unusable) {
            throw new TokenException(
                    TokenException.Reason.NO_MODULE,
                    "The PKCS #11 module " + module + " cannot be loaded: " + unusable.getMessage(),
                    unusable);
        }
    }

    private static MemorySegment functions(MemorySegment entry) {
        try (var arena = Arena.ofConfined()) {
            var list = arena.allocate(ADDRESS);
            expect(invoke(LINKER.downcallHandle(entry, FunctionDescriptor.of(JAVA_LONG, ADDRESS)), list));
            return list.get(ADDRESS, 0).reinterpret((BEFORE_FUNCTIONS + FUNCTIONS_USED) * ADDRESS.byteSize());
        }
    }

    private void initialise() {
        long result = call(INITIALIZE, MemorySegment.NULL);
        if (result != CryptokiResult.ALREADY_INITIALIZED) {
            expect(result);
        }
    }

    private static void expect(long result) {
        if (result != CryptokiResult.OK) {
            throw new IllegalStateException("it answers " + CryptokiResult.text(result));
        }
    }

    /**
     * The module's slots, in its own order, whether there is a token in them or not.
     *
     * @throws TokenException with {@link TokenException.Reason#NO_READER} when it has none
     */
    long[] slots() throws TokenException {
        try (var arena = Arena.ofConfined()) {
            var count = arena.allocateFrom(JAVA_LONG, MOST_SLOTS_READ);
            var list = arena.allocate(JAVA_LONG, MOST_SLOTS_READ);
            long result = call(GET_SLOT_LIST, (byte) 0, list, count);
            int slots = Math.clamp(count.get(JAVA_LONG, 0), 0, MOST_SLOTS_READ);
            if (result != CryptokiResult.OK || slots == 0) {
                throw new TokenException(
                        TokenException.Reason.NO_READER, "The PKCS #11 module " + module + " sees no token reader");
            }
            return Arrays.copyOf(list.toArray(JAVA_LONG), slots);
        }
    }

    /**
     * How long the password of a token may be, in bytes.
     *
     * @param shortest the fewest
     * @param longest the most
     */
    record PinLength(long shortest, long longest) {}

    /** How long the password of the token in a slot may be. */
    PinLength pinLength(String token, long slot) throws TokenException {
        try (var arena = Arena.ofConfined()) {
            var information = arena.allocate(TOKEN_INFO, ADDRESS.byteAlignment());
            CryptokiResult.require(token, call(GET_TOKEN_INFO, slot, information));
            return new PinLength(information.get(JAVA_LONG, SHORTEST_PIN), information.get(JAVA_LONG, LONGEST_PIN));
        }
    }

    /** Opens a session that may write; the caller closes it. */
    long openSession(String token, long slot) throws TokenException {
        try (var arena = Arena.ofConfined()) {
            var session = arena.allocate(JAVA_LONG);
            CryptokiResult.require(
                    token,
                    call(OPEN_SESSION, slot, SERIAL_AND_READ_WRITE, MemorySegment.NULL, MemorySegment.NULL, session));
            return session.get(JAVA_LONG, 0);
        }
    }

    void closeSession(long session) {
        call(CLOSE_SESSION, session);
    }

    /** Logs the user in; returns whether nobody of this process was before. */
    boolean login(String token, long session, MemorySegment pin) throws TokenException {
        long result = call(LOGIN, session, USER, pin, pin.byteSize());
        if (result == CryptokiResult.ALREADY_LOGGED_IN) {
            return false;
        }
        CryptokiResult.require(token, result);
        return true;
    }

    void logout(long session) {
        call(LOGOUT, session);
    }

    /** Gives the user another PIN. */
    void setPin(String token, long session, MemorySegment present, MemorySegment replacement) throws TokenException {
        CryptokiResult.require(
                token, call(SET_PIN, session, present, present.byteSize(), replacement, replacement.byteSize()));
    }

    private long call(Function function, Object... arguments) {
        var address = functions.getAtIndex(ADDRESS, BEFORE_FUNCTIONS + function.place);
        return invoke(LINKER.downcallHandle(address, function.shape), arguments);
    }

    private static long invoke(MethodHandle function, Object... arguments) {
        try {
            return (long) function.invokeWithArguments(arguments);
        } catch (Throwable impossible) {
            throw new IllegalStateException("A C function throws nothing", impossible);
        }
    }
}
