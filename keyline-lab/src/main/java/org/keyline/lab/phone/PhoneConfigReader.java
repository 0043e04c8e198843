package org.keyline.lab.phone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Certificates;
import org.keyline.lab.trust.MalformedFile;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads {@code SEP<MAC>.cnf.xml} and {@code XMLDefault.cnf.xml}. As simple as a phone's parser: no DTD, unknown
 * elements ignored.
 */
final class PhoneConfigReader {
    private static final int SCCP_PORT = 2000;
    private static final int CAPF_PORT = 3804;
    private static final int TVS_PORT = 2445;

    private PhoneConfigReader() {}

    static PhoneConfig read(Octets file) throws MalformedFile {
        var device = root(file);
        var kind = device.getTagName();
        if (!kind.equals("device") && !kind.equals("Default")) {
            throw new MalformedFile("root element is " + kind + ", neither device nor Default");
        }
        return new PhoneConfig(
                callManagers(device),
                number(text(device, "deviceSecurityMode"), 1),
                number(text(device, "capfAuthMode"), 0),
                first(device, "capf").map(capf -> server(capf, "phonePort", CAPF_PORT)),
                first(device, "TVS").map(PhoneConfigReader::verifiers).orElse(List.of()),
                text(device, "certHash"),
                text(device, "encrConfig").equals("true"),
                text(device, "versionStamp"),
                text(device, "loadInformation"),
                first(device, "userLocale").map(locale -> text(locale, "name")).orElse(""),
                text(device, "networkLocale"),
                number(text(device, "settingsAccess"), 1) != 0,
                first(device, "srstInfo").map(PhoneConfigReader::srst),
                new PhoneConfig.ServiceUrls(
                        text(device, "servicesURL"), text(device, "directoryURL"), text(device, "authenticationURL")));
    }

    /** A certificate that cannot be read is none: the phone then has no secure SRST. */
    private static SrstInfo srst(Element info) {
        return new SrstInfo(
                text(info, "srstOption"),
                new PhoneConfig.Server(text(info, "ipAddr1"), number(text(info, "port1"), SCCP_PORT)),
                text(info, "isSecure").equals("true"),
                certificate(text(info, "srstCertificate")));
    }

    private static Optional<X509Certificate> certificate(String base64) {
        try {
            return base64.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Certificates.parse(Octets.of(Base64.getDecoder().decode(base64))));
        } catch (IllegalArgumentException | MalformedFile notOne) {
            return Optional.empty();
        }
    }

    private static Element root(Octets file) throws MalformedFile {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(file.toArray())).getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new MalformedFile("configuration is no XML: " + e.getMessage());
        }
    }

    private static List<PhoneConfig.Server> callManagers(Element device) {
        var members = new ArrayList<>(all(device, "member").stream()
                .filter(member -> first(member, "callManager").isPresent())
                .toList());
        members.sort(Comparator.comparingInt(member -> number(member.getAttribute("priority"), 0)));
        return members.stream()
                .map(member -> server(member, "ethernetPhonePort", SCCP_PORT))
                .toList();
    }

    private static List<PhoneConfig.Server> verifiers(Element verification) {
        return all(verification, "member").stream()
                .sorted(Comparator.comparingInt(member -> number(member.getAttribute("priority"), 0)))
                .map(member -> new PhoneConfig.Server(text(member, "address"), number(text(member, "port"), TVS_PORT)))
                .toList();
    }

    private static PhoneConfig.Server server(Element within, String portElement, int usualPort) {
        return new PhoneConfig.Server(text(within, "processNodeName"), number(text(within, portElement), usualPort));
    }

    private static List<Element> all(Element within, String name) {
        var nodes = within.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Optional<Element> first(Element within, String name) {
        return all(within, name).stream().findFirst();
    }

    private static String text(Element within, String name) {
        return first(within, name).map(Element::getTextContent).orElse("").strip();
    }

    private static int number(String text, int otherwise) {
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
