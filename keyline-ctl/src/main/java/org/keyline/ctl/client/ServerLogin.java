package org.keyline.ctl.client;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.ProviderException;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.trustlist.ServerName;

/**
 * What a page for a server asks for, checked (CTL9-09, CTL9-12).
 *
 * @param host host name or IPv4 address
 * @param port the port of the CTL Provider, 1026 to 32767
 * @param user an administrator's account
 * @param password its password
 */
public record ServerLogin(String host, int port, String user, Secret password) {
    /** The port of a server that was not told otherwise. */
    public static final int USUAL_PORT = 2444;

    private static final int LOWEST_PORT = 1_026;
    private static final int HIGHEST_PORT = 32_767;
    private static final int LONGEST_USER = 64;
    private static final int LONGEST_PASSWORD = 128;
    private static final Pattern LIKE_AN_ADDRESS = Pattern.compile("[0-9.]+");
    private static final Pattern ADDRESS = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

    /** Checks the fields in the order of the page. */
    public static ServerLogin of(String host, String port, String user, Secret password) throws ProviderException {
        requireHost(host);
        var number = port(port);
        require(!user.isBlank() && user.length() <= LONGEST_USER, CtlMessage.INVALID_USER_NAME, "");
        require(password.length() > 0 && password.length() <= LONGEST_PASSWORD, CtlMessage.INVALID_PASSWORD, "");
        return new ServerLogin(host, number, user, password);
    }

    /** Checks a host name or address. */
    public static void requireHost(String host) throws ProviderException {
        if (LIKE_AN_ADDRESS.matcher(host).matches()) {
            require(ADDRESS.matcher(host).matches(), CtlMessage.INVALID_ADDRESS, host);
        }
        require(host.length() <= ServerName.LONGEST, CtlMessage.INVALID_HOST_NAME, "");
        require(HOST.matcher(host).matches(), CtlMessage.INVALID_HOST_NAME, host);
    }

    /** The port in {@code text}. */
    public static int port(String text) throws ProviderException {
        require(
                !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(Character::isDigit),
                CtlMessage.INVALID_PORT,
                text);
        var number = Integer.parseInt(text);
        require(number >= LOWEST_PORT && number <= HIGHEST_PORT, CtlMessage.INVALID_PORT_RANGE, text);
        return number;
    }

    /** The same account on another server of the cluster (CTL3-74). */
    ServerLogin at(String otherHost, int otherPort) {
        return new ServerLogin(otherHost, otherPort, user, password);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    private static void require(boolean holds, CtlMessage otherwise, String detail) throws ProviderException {
        if (!holds) {
            throw new ProviderException(otherwise, detail);
        }
    }
}
