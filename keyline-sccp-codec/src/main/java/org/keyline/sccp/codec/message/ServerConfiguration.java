package org.keyline.sccp.codec.message;

import java.util.ArrayList;
import java.util.List;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Slots;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Server to station: what the device, its buttons, lines and softkeys are. */
public sealed interface ServerConfiguration extends ServerMessage {
    /**
     * The forwarding of a line. From version 18 on the numbers are packed into 25 bytes and "on" is 2.
     *
     * @param lineInstance the line
     * @param all forwarding of all calls
     * @param busy forwarding when busy
     * @param noAnswer forwarding when nobody answers
     */
    record ForwardStat(int lineInstance, Forward all, Forward busy, Forward noAnswer) implements ServerConfiguration {
        /**
         * One kind of forwarding.
         *
         * @param active whether it is on
         * @param number where to
         */
        public record Forward(boolean active, String number) {
            /** Not forwarded. */
            public static final Forward OFF = new Forward(false, "");

            /** Forwarded to this number. */
            public static Forward to(String number) {
                return new Forward(true, number);
            }

            static Forward read(SccpReader in) {
                return new Forward(in.flag(), in.directoryNumber());
            }

            void write(SccpWriter out) {
                out.u32(word(active, out)).directoryNumber(number);
            }
        }

        /** Whether any kind is on. */
        public boolean isActive() {
            return all.active() || busy.active() || noAnswer.active();
        }

        static ForwardStat read(SccpReader in) {
            in.u32("activeForward");
            return new ForwardStat(in.u32(), Forward.read(in), Forward.read(in), Forward.read(in));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(word(isActive(), out)).u32(lineInstance);
            all.write(out);
            busy.write(out);
            noAnswer.write(out);
        }

        private static int word(boolean active, SccpWriter out) {
            return active ? (out.atLeast(18) ? 2 : 1) : 0;
        }
    }

    /**
     * A speed dial; empty number and name clear it.
     *
     * @param speedDialNumber instance of the speed dial button
     * @param directoryNumber what it dials
     * @param displayName the label beside the button
     */
    record SpeedDialStat(int speedDialNumber, String directoryNumber, String displayName)
            implements ServerConfiguration {
        static SpeedDialStat read(SccpReader in) {
            return new SpeedDialStat(in.u32("speedDialNumber"), in.text(24), in.text(40));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(speedDialNumber).text(24, directoryNumber).text(40, displayName);
        }
    }

    /**
     * A line, for phones up to version 16. CallManager 2 and 3 send shorter bodies.
     *
     * @param lineInstance the line, 0 for none
     * @param directoryNumber the line's number
     * @param fullyQualifiedDisplayName what others see
     * @param textLabel the label beside the button
     * @param displayOptions bits: 1 original dialled, 2 redirected dialled, 4 calling number, 8 calling name
     */
    record LineStat(
            int lineInstance,
            String directoryNumber,
            String fullyQualifiedDisplayName,
            String textLabel,
            int displayOptions)
            implements ServerConfiguration {
        static LineStat read(SccpReader in) {
            return new LineStat(in.u32("lineInstance"), in.text(24), in.text(40), in.text(40), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance)
                    .text(24, directoryNumber)
                    .text(40, fullyQualifiedDisplayName)
                    .text(40, textLabel);
            out.u32(displayOptions);
        }
    }

    /**
     * The device's configuration.
     *
     * @param deviceName the device's name, at most 15 characters
     * @param userId zero
     * @param instance zero or one
     * @param userName free text
     * @param serverName free text
     * @param numberOfLines lines
     * @param numberOfSpeedDials speed dials
     */
    record ConfigStat(
            String deviceName,
            int userId,
            int instance,
            String userName,
            String serverName,
            int numberOfLines,
            int numberOfSpeedDials)
            implements ServerConfiguration {
        static ConfigStat read(SccpReader in) {
            return new ConfigStat(in.text(16), in.u32(), in.u32(), in.text(40), in.text(40), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.text(16, deviceName).u32(userId).u32(instance).text(40, userName);
            out.text(40, serverName).u32(numberOfLines).u32(numberOfSpeedDials);
        }
    }

    /**
     * Local time of the device.
     *
     * @param year full year
     * @param month 1 to 12
     * @param dayOfWeek 0 is Sunday
     * @param day 1 to 31
     * @param hour 0 to 23
     * @param minute 0 to 59
     * @param second 0 to 59
     * @param milliseconds 0 to 999
     * @param systemTime seconds since 1970, UTC
     */
    record TimeDate(
            int year,
            int month,
            int dayOfWeek,
            int day,
            int hour,
            int minute,
            int second,
            int milliseconds,
            long systemTime)
            implements ServerConfiguration {
        static TimeDate read(SccpReader in) {
            return new TimeDate(
                    in.u32("year"), in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.counter());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(year).u32(month).u32(dayOfWeek).u32(day);
            out.u32(hour).u32(minute).u32(second).u32(milliseconds);
            out.counter(systemTime);
        }
    }

    /**
     * What the buttons are, at most 56. Slot n is the n-th physical button; unused slots have instance 0 and type 0xFF.
     * Real servers send 42 slots; phones with expansion modules get 56.
     *
     * @param buttons the buttons from the first to the last that is used
     */
    record ButtonTemplate(List<Button> buttons) implements ServerConfiguration {
        private static final int SLOTS = 42;
        private static final int EXPANDED_SLOTS = 56;

        /**
         * One button.
         *
         * @param instance counts from 1 within the type
         * @param type what it is
         */
        public record Button(int instance, ButtonType type) {
            /** Nothing. */
            public static final Button UNUSED = new Button(0, ButtonType.UNDEFINED);

            static Button read(SccpReader in) {
                return new Button(in.u8(), ButtonType.of(in.u8()));
            }

            void write(SccpWriter out) {
                out.u8(instance).u8(type.number());
            }
        }

        /** Keeps its own list. */
        public ButtonTemplate {
            buttons = List.copyOf(buttons);
        }

        static ButtonTemplate read(SccpReader in) {
            in.u32("buttonOffset");
            int count = in.u32();
            in.u32();
            return new ButtonTemplate(Slots.read(in, count, Math.max(0, in.remaining() / 2), 2, Button::read));
        }

        @Override
        public void write(SccpWriter out) {
            int used = Math.min(buttons.size(), EXPANDED_SLOTS);
            out.u32(0).u32(used).u32(used);
            for (int i = 0; i < (used > SLOTS ? EXPANDED_SLOTS : SLOTS); i++) {
                (i < used ? buttons.get(i) : Button.UNUSED).write(out);
            }
        }
    }

    /**
     * The load the phone should run.
     *
     * @param version name of the load, or empty
     */
    record Version(String version) implements ServerConfiguration {
        static Version read(SccpReader in) {
            return new Version(in.text(16));
        }

        @Override
        public void write(SccpWriter out) {
            out.text(16, version);
        }
    }

    /**
     * The servers in failover order, at most five.
     *
     * <pre>
     * 0 names 5 × 48 | 240 ports 5 × u32 | 260 addresses 5 × 4, or from version 17 on 5 × 20
     * </pre>
     *
     * @param servers the servers
     */
    record ServerRes(List<Server> servers) implements ServerConfiguration {
        private static final int SLOTS = 5;

        /**
         * One server.
         *
         * @param name its name
         * @param port its SCCP port
         * @param address its address
         */
        public record Server(String name, int port, MediaAddress address) {}

        /** Keeps its own list. */
        public ServerRes {
            servers = List.copyOf(servers);
        }

        static ServerRes read(SccpReader in) {
            var names = Slots.read(in, SLOTS, SLOTS, 48, body -> body.text(48));
            var ports = Slots.read(in, SLOTS, SLOTS, 4, SccpReader::u32);
            var servers = new ArrayList<Server>();
            for (int i = 0; i < SLOTS; i++) {
                var address = in.address((SLOTS - 1 - i) * 20);
                if (!names.get(i).isEmpty() || !address.isUnspecified()) {
                    servers.add(new Server(names.get(i), ports.get(i), address));
                }
            }
            return new ServerRes(servers);
        }

        @Override
        public void write(SccpWriter out) {
            Slots.write(out, servers, SLOTS, 48, (server, to) -> to.text(48, server.name()));
            Slots.write(out, servers, SLOTS, 4, (server, to) -> to.u32(server.port()));
            int size = out.atLeast(17) ? 20 : 4;
            Slots.write(out, servers, SLOTS, size, (server, to) -> to.address(server.address()));
        }
    }

    /**
     * The softkeys the server offers, at most 32; a set refers to them by their place, from 1.
     *
     * @param softKeys the keys
     */
    record SoftKeyTemplateRes(List<Key> softKeys) implements ServerConfiguration {
        private static final int SLOTS = 32;
        private static final int SIZE = 20;

        /**
         * One softkey.
         *
         * @param label what stands on it, at most 15 bytes
         * @param event the number the phone sends back
         */
        public record Key(DisplayText label, SoftKey event) {
            static Key read(SccpReader in) {
                return new Key(DisplayText.of(in.text(16)), SoftKey.of(in.u32()));
            }

            void write(SccpWriter out) {
                out.text(16, label.value()).u32(event.number());
            }
        }

        /** Keeps its own list. */
        public SoftKeyTemplateRes {
            softKeys = List.copyOf(softKeys);
        }

        static SoftKeyTemplateRes read(SccpReader in) {
            in.u32("softKeyOffset");
            int count = in.u32();
            in.u32();
            return new SoftKeyTemplateRes(
                    Slots.read(in, count, Math.min(SLOTS, in.remaining() / SIZE), SIZE, Key::read));
        }

        @Override
        public void write(SccpWriter out) {
            int used = Math.min(softKeys.size(), SLOTS);
            out.u32(0).u32(used).u32(used);
            Slots.write(out, softKeys, SLOTS, SIZE, Key::write);
        }
    }

    /**
     * The softkey sets, at most 16; the number of a set is its place, from 0.
     *
     * @param sets the sets
     */
    record SoftKeySetRes(List<KeySet> sets) implements ServerConfiguration {
        private static final int SLOTS = 16;
        private static final int SIZE = 48;

        /**
         * One set.
         *
         * @param keys at most 16 keys in display order
         */
        public record KeySet(List<KeyPlace> keys) {
            private static final int KEYS = 16;

            /** Keeps its own list. */
            public KeySet {
                keys = List.copyOf(keys);
            }

            static KeySet read(SccpReader in) {
                var places = Slots.read(in, KEYS, KEYS, 1, SccpReader::u8);
                var infos = Slots.read(in, KEYS, KEYS, 2, SccpReader::u16);
                var keys = new ArrayList<KeyPlace>();
                for (int i = 0; i < KEYS && (places.get(i) != 0 || infos.get(i) != 0); i++) {
                    keys.add(new KeyPlace(places.get(i), infos.get(i)));
                }
                return new KeySet(keys);
            }

            void write(SccpWriter out) {
                Slots.write(out, keys, KEYS, 1, (key, to) -> to.u8(key.templateIndex()));
                Slots.write(out, keys, KEYS, 2, (key, to) -> to.u16(key.infoIndex()));
            }
        }

        /**
         * One key of a set.
         *
         * @param templateIndex the key's place in the template, from 1
         * @param infoIndex 300 and the event number
         */
        public record KeyPlace(int templateIndex, int infoIndex) {
            private static final int INFO = 300;

            /** The key at this place of the template, with this event. */
            public static KeyPlace of(int templateIndex, SoftKey event) {
                return new KeyPlace(templateIndex, INFO + event.number());
            }
        }

        /** Keeps its own list. */
        public SoftKeySetRes {
            sets = List.copyOf(sets);
        }

        static SoftKeySetRes read(SccpReader in) {
            in.u32("softKeySetOffset");
            int count = in.u32();
            in.u32();
            return new SoftKeySetRes(Slots.read(in, count, Math.min(SLOTS, in.remaining() / SIZE), SIZE, KeySet::read));
        }

        @Override
        public void write(SccpWriter out) {
            int used = Math.min(sets.size(), SLOTS);
            out.u32(0).u32(used).u32(used);
            Slots.write(out, sets, SLOTS, SIZE, KeySet::write);
        }
    }

    /**
     * A feature button.
     *
     * @param featureIndex instance of the feature button
     * @param featureId what the button is
     * @param textLabel the label beside the button
     * @param status depends on the feature
     */
    record FeatureStat(int featureIndex, ButtonType featureId, String textLabel, int status)
            implements ServerConfiguration {
        static FeatureStat read(SccpReader in) {
            return new FeatureStat(in.u32("featureIndex"), ButtonType.of(in.u32()), in.text(40), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(featureIndex).u32(featureId.number()).text(40, textLabel).u32(status);
        }
    }

    /**
     * A service button.
     *
     * @param serviceUrlIndex instance of the service button
     * @param url where it leads, or empty
     * @param displayName the label beside the button
     */
    record ServiceUrlStat(int serviceUrlIndex, String url, String displayName) implements ServerConfiguration {
        static ServiceUrlStat read(SccpReader in) {
            return new ServiceUrlStat(in.u32("serviceUrlIndex"), in.text(256), in.text(40));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(serviceUrlIndex).text(256, url).text(40, displayName);
        }
    }

    /**
     * The device's configuration with dynamic strings. No phone needs it; ConfigStat is sent to all.
     *
     * @param deviceName the device's name, at most 15 characters
     * @param userId zero
     * @param instance zero or one
     * @param numberOfLines lines
     * @param numberOfSpeedDials speed dials
     * @param userName free text
     * @param serverName free text
     */
    record ConfigStatDynamic(
            String deviceName,
            int userId,
            int instance,
            int numberOfLines,
            int numberOfSpeedDials,
            String userName,
            String serverName)
            implements ServerConfiguration {
        static ConfigStatDynamic read(SccpReader in) {
            return new ConfigStatDynamic(
                    in.text(16), in.u32(), in.u32(), in.u32(), in.u32(), in.cString(), in.cString());
        }

        @Override
        public void write(SccpWriter out) {
            out.text(16, deviceName).u32(userId).u32(instance).u32(numberOfLines);
            out.u32(numberOfSpeedDials).cString(userName).cString(serverName);
        }
    }

    /**
     * A feature button, from version 15 on for phones that ask for it.
     *
     * @param featureIndex instance of the feature button
     * @param featureId what the button is
     * @param status depends on the feature
     * @param textLabel the label beside the button
     */
    record FeatureStatDynamic(int featureIndex, ButtonType featureId, int status, String textLabel)
            implements ServerConfiguration {
        static FeatureStatDynamic read(SccpReader in) {
            return new FeatureStatDynamic(in.u32("featureIndex"), ButtonType.of(in.u32()), in.u32(), in.cString());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(featureIndex).u32(featureId.number()).u32(status).cString(textLabel);
        }
    }

    /**
     * A line, from version 17 on.
     *
     * @param lineInstance the line, 0 for none
     * @param displayOptions bits: 1 original dialled, 2 redirected dialled, 4 calling number, 8 calling name
     * @param directoryNumber the line's number
     * @param fullyQualifiedDisplayName what others see
     * @param textLabel the label beside the button
     */
    record LineStatDynamic(
            int lineInstance,
            int displayOptions,
            String directoryNumber,
            String fullyQualifiedDisplayName,
            String textLabel)
            implements ServerConfiguration {
        static LineStatDynamic read(SccpReader in) {
            return new LineStatDynamic(in.u32("lineInstance"), in.u32(), in.cString(), in.cString(), in.cString());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance).u32(displayOptions).cString(directoryNumber).cString(fullyQualifiedDisplayName);
            out.cString(textLabel);
        }
    }

    /**
     * A service button with dynamic strings.
     *
     * @param serviceUrlIndex instance of the service button
     * @param url where it leads, or empty
     * @param displayName the label beside the button
     */
    record ServiceUrlStatDynamic(int serviceUrlIndex, String url, String displayName) implements ServerConfiguration {
        static ServiceUrlStatDynamic read(SccpReader in) {
            return new ServiceUrlStatDynamic(in.u32("serviceUrlIndex"), in.cString(), in.cString());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(serviceUrlIndex).cString(255, url).cString(displayName);
        }
    }

    /**
     * A speed dial with dynamic strings.
     *
     * @param speedDialNumber instance of the speed dial button
     * @param directoryNumber what it dials
     * @param displayName the label beside the button
     */
    record SpeedDialStatDynamic(int speedDialNumber, String directoryNumber, String displayName)
            implements ServerConfiguration {
        static SpeedDialStatDynamic read(SccpReader in) {
            return new SpeedDialStatDynamic(in.u32("speedDialNumber"), in.cString(), in.cString());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(speedDialNumber).cString(directoryNumber).cString(displayName);
        }
    }
}
