package org.keyline.trust.lsc;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyline.trust.certificate.DistinguishedNameText;

/** Which device a phone's certificate belongs to: its common name ends with the device name. */
public final class DeviceIdentity {
    private static final int DEVICE_NAME_LENGTH = 15;
    private static final Pattern PHONE = Pattern.compile("(?:CP-[A-Z0-9-]{1,32}-)?(SEP[0-9A-F]{12})");
    private static final Pattern DEVICE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    private DeviceIdentity() {}

    /**
     * The device name in {@code certificate}: {@code SEP<MAC>} out of {@code SEP<MAC>} or {@code CP-7970G-SEP<MAC>},
     * the whole common name of other devices, or empty when there is no usable common name.
     */
    public static Optional<String> deviceName(X509Certificate certificate) {
        return DistinguishedNameText.commonName(certificate.getSubjectX500Principal())
                .filter(name -> DEVICE_NAME.matcher(name).matches())
                .map(DeviceIdentity::deviceName);
    }

    /** Whether {@code certificate} belongs to the device {@code deviceName}. */
    public static boolean matches(X509Certificate certificate, String deviceName) {
        return deviceName(certificate).filter(deviceName::equals).isPresent();
    }

    static void requireDeviceName(String deviceName) {
        if (!DEVICE_NAME.matcher(deviceName).matches()) {
            throw new IllegalArgumentException("'" + deviceName + "' is no device name");
        }
    }

    private static String deviceName(String commonName) {
        return PHONE.matcher(commonName).matches()
                ? commonName.substring(commonName.length() - DEVICE_NAME_LENGTH)
                : commonName;
    }
}
