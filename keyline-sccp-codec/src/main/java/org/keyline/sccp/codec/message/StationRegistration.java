package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.AlarmSeverity;
import org.keyline.sccp.codec.field.DeviceType;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.field.UnregisterReason;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Station to server: coming, staying and going. */
public sealed interface StationRegistration extends StationMessage {
    /** The phone is alive; the server answers at once with KeepAliveAck. */
    record KeepAlive() implements StationRegistration {
        static KeepAlive read(SccpReader in) {
            return new KeepAlive();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * The phone asks to be served.
     *
     * @param deviceName the device's name, at most 15 characters; {@code SEP} and the MAC address for a phone
     * @param userId zero
     * @param instance zero or one
     * @param ipAddress the phone's IPv4 address
     * @param deviceType the model
     * @param maxStreams media streams at most
     * @param activeStreams media streams still up
     * @param protocolVersion the highest version the phone speaks
     * @param features what else it can do
     * @param maxConferences conferences at most
     * @param activeConferences conferences still up
     * @param macAddress twelve bytes that differ between models; use the device name
     * @param ipv4Scope unknown meaning, 3 on a 7941
     * @param maxLines lines at most
     * @param ipv6Address the phone's IPv6 address, or none
     * @param ipv6Scope unknown meaning
     * @param firmwareLoad the load it runs
     * @param configVersionStamp names the configuration it has
     * @param form how much of this is on the wire
     */
    record Register(
            String deviceName,
            int userId,
            int instance,
            MediaAddress ipAddress,
            DeviceType deviceType,
            int maxStreams,
            int activeStreams,
            int protocolVersion,
            FeatureBits features,
            int maxConferences,
            int activeConferences,
            Bytes macAddress,
            int ipv4Scope,
            int maxLines,
            MediaAddress ipv6Address,
            int ipv6Scope,
            String firmwareLoad,
            String configVersionStamp,
            RegisterForm form)
            implements StationRegistration {

        /** What a phone of this model, version and load announces, in the form such phones use. */
        public static Register of(
                String deviceName,
                MediaAddress ipAddress,
                DeviceType deviceType,
                int protocolVersion,
                FeatureBits features,
                String firmwareLoad) {
            return new Register(
                    deviceName,
                    0,
                    1,
                    ipAddress,
                    deviceType,
                    5,
                    0,
                    protocolVersion,
                    features,
                    0,
                    0,
                    Bytes.EMPTY,
                    0,
                    0,
                    MediaAddress.NONE,
                    0,
                    firmwareLoad,
                    "",
                    RegisterForm.of(protocolVersion));
        }

        static Register read(SccpReader in) {
            var form = RegisterForm.ofLength(in.remaining());
            return new Register(
                    in.text(16),
                    in.u32(),
                    in.u32(),
                    in.ipv4(),
                    DeviceType.of(in.u32("deviceType")),
                    in.u32(),
                    in.u32(),
                    in.u8(),
                    FeatureBits.read(in),
                    in.u32(),
                    in.u32(),
                    in.bytes(12),
                    in.u32(),
                    in.u32(),
                    in.ipv6(),
                    in.u32(),
                    in.text(32),
                    in.text(48),
                    form);
        }

        @Override
        public void write(SccpWriter out) {
            out.text(16, deviceName).u32(userId).u32(instance).ipv4(ipAddress).u32(deviceType.number());
            out.u32(maxStreams).u32(activeStreams).u8(protocolVersion);
            features.write(out);
            if (form.compareTo(RegisterForm.CONFERENCES) >= 0) {
                out.u32(maxConferences)
                        .u32(activeConferences)
                        .bytes(12, macAddress)
                        .u32(ipv4Scope);
            }
            if (form.compareTo(RegisterForm.LOAD) >= 0) {
                out.u32(maxLines).ipv6(ipv6Address).u32(ipv6Scope).text(32, firmwareLoad);
            }
            if (form == RegisterForm.STAMP) {
                out.text(48, configVersionStamp);
            }
        }
    }

    /**
     * The UDP port of the first RTP stream; old firmware only, for information.
     *
     * @param rtpMediaPort the port
     */
    record IpPort(int rtpMediaPort) implements StationRegistration {
        static IpPort read(SccpReader in) {
            return new IpPort(in.u32("rtpMediaPort"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(rtpMediaPort);
        }
    }

    /**
     * Why the phone started again or what troubles it. Nothing is answered.
     *
     * @param severity how bad it is
     * @param text starts with the reason number, see {@code AlarmReason.startOf}
     * @param parameter1 depends on load and reason
     * @param parameter2 often the phone's IPv4 address
     */
    record Alarm(AlarmSeverity severity, String text, int parameter1, int parameter2) implements StationRegistration {
        static Alarm read(SccpReader in) {
            return new Alarm(AlarmSeverity.of(in.u32("severity")), in.text(80), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(severity.number()).text(80, text).u32(parameter1).u32(parameter2);
        }
    }

    /**
     * The phone wants to leave; old phones give no reason.
     *
     * @param reason why
     */
    record UnregisterReq(UnregisterReason reason) implements StationRegistration {
        static UnregisterReq read(SccpReader in) {
            return new UnregisterReq(UnregisterReason.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            if (out.atLeast(12) || reason.number() != 0) {
                out.u32(reason.number());
            }
        }
    }

    /**
     * A phone on a lower server asks whether it may come back.
     *
     * @param deviceName the device's name, at most 15 characters
     * @param userId zero
     * @param instance zero or one
     * @param ipAddress the phone's IPv4 address
     * @param deviceType the model
     * @param ipv6Address the phone's IPv6 address, or none
     */
    record RegisterTokenReq(
            String deviceName,
            int userId,
            int instance,
            MediaAddress ipAddress,
            DeviceType deviceType,
            MediaAddress ipv6Address)
            implements StationRegistration {
        static RegisterTokenReq read(SccpReader in) {
            return new RegisterTokenReq(
                    in.text(16), in.u32(), in.u32(), in.ipv4(), DeviceType.of(in.u32("deviceType")), in.ipv6());
        }

        @Override
        public void write(SccpWriter out) {
            out.text(16, deviceName).u32(userId).u32(instance).ipv4(ipAddress);
            out.u32(deviceType.number()).ipv6(ipv6Address);
        }
    }

    /**
     * How many line and feature buttons the phone really has; may come twice.
     *
     * @param maxLines buttons the phone has
     */
    record RegisterAvailableLines(int maxLines) implements StationRegistration {
        static RegisterAvailableLines read(SccpReader in) {
            return new RegisterAvailableLines(in.u32("maxLines"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(maxLines);
        }
    }

    /**
     * An alarm as an XML document; may come before Register.
     *
     * @param xml the document
     */
    record XmlAlarm(Bytes xml) implements StationRegistration {
        static XmlAlarm read(SccpReader in) {
            return new XmlAlarm(in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.bytes(xml);
        }
    }

    /**
     * An SPA phone asks whether it may register.
     *
     * @param deviceName the device's name, at most 15 characters
     * @param userId zero
     * @param instance zero or one
     * @param ipAddress the phone's IPv4 address
     * @param deviceType the model
     * @param maxStreams media streams at most
     */
    record SpcpRegisterTokenReq(
            String deviceName, int userId, int instance, MediaAddress ipAddress, DeviceType deviceType, int maxStreams)
            implements StationRegistration {
        static SpcpRegisterTokenReq read(SccpReader in) {
            return new SpcpRegisterTokenReq(
                    in.text(16), in.u32(), in.u32(), in.ipv4(), DeviceType.of(in.u32("deviceType")), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.text(16, deviceName).u32(userId).u32(instance).ipv4(ipAddress);
            out.u32(deviceType.number()).u32(maxStreams);
        }
    }
}
