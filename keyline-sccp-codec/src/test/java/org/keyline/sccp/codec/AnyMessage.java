package org.keyline.sccp.codec;

import io.netty.buffer.Unpooled;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keyline.sccp.codec.field.CodePoint;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.LatentCaps;
import org.keyline.sccp.codec.field.SrtpAlgorithm;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.message.RegisterForm;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.StationCapabilities.UpdateCapabilities;
import org.keyline.sccp.codec.message.StationCapabilities.UpdateCapabilitiesV3;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.IpAddressType;
import org.keyline.sccp.codec.wire.MediaAddress;

/**
 * Random messages of any record, such as one end may really send: text fits its field, a count its slots, a small
 * number its byte.
 */
final class AnyMessage {
    private static final List<String> UNITS = List.of("1", "0", "7", "A", "z", " ", "\u00e9", "\u00df", "\u0080\u0017");

    private final Random random;
    private final Class<? extends SccpMessage> type;

    private AnyMessage(Class<? extends SccpMessage> type, long seed) {
        this.type = type;
        this.random = new Random(seed);
    }

    /** A message of this record; the same seed gives the same message. */
    static SccpMessage of(Class<? extends SccpMessage> type, long seed) {
        return type.cast(new AnyMessage(type, seed).make(type));
    }

    private Object make(Class<?> record) {
        var components = record.getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Stream.of(components).map(one -> value(record, one)).toArray();
        try {
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException bug) {
            throw new LinkageError(record.getName(), bug);
        }
    }

    private Object value(Class<?> record, RecordComponent component) {
        var name = component.getName();
        var kind = component.getType();
        if (kind == int.class) {
            return number(record.getSimpleName(), name);
        } else if (kind == long.class) {
            return record == LatentCaps.class || name.equals("parameters")
                    ? random.nextLong()
                    : random.nextLong(1L << 32);
        } else if (kind == boolean.class) {
            return random.nextBoolean();
        } else if (kind == String.class) {
            return name.equals("dateTemplate") ? "M/D/YA" : text();
        } else if (kind == DisplayText.class) {
            return DisplayText.of(text());
        } else if (kind == Bytes.class) {
            return bytes(record.getSimpleName(), name);
        } else if (kind == MediaAddress.class) {
            return address(name);
        } else if (kind == SrtpKeyBlock.class) {
            return key();
        } else if (kind == List.class) {
            return list(component);
        } else if (kind == RegisterForm.class) {
            return RegisterForm.STAMP;
        } else if (kind.isEnum()) {
            return kind.getEnumConstants()[random.nextInt(kind.getEnumConstants().length)];
        }
        return kind.isRecord() && CodePoint.class.isAssignableFrom(kind) ? codePoint(record, kind) : make(kind);
    }

    private int number(String record, String name) {
        return switch (name) {
            case "lineInstance" -> random.nextInt(60);
            case "protocolVersion", "first", "second", "third" -> random.nextInt(256);
            case "instance" -> record.equals("Button") ? random.nextInt(256) : random.nextInt();
            case "templateIndex" -> 1 + random.nextInt(32);
            case "infoIndex", "maxCalls", "busyTrigger" -> random.nextInt(0x10000);
            case "maxFramesPerPacket" -> record.endsWith("Transmission") ? random.nextInt(0x10000) : random.nextInt();
            case "processing" -> random.nextInt(2);
            case "encryption", "ipAddressing" -> type == UpdateCapabilitiesV3.class ? random.nextInt() : 0;
            default -> random.nextInt();
        };
    }

    private Object codePoint(Class<?> record, Class<?> kind) {
        int number = record.getSimpleName().equals("Button") ? random.nextInt(256) : random.nextInt(400);
        try {
            return kind.getMethod("of", int.class).invoke(null, number);
        } catch (ReflectiveOperationException bug) {
            throw new LinkageError(kind.getName(), bug);
        }
    }

    private String text() {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(unit -> UNITS.get(random.nextInt(UNITS.size())))
                .reduce("", String::concat);
    }

    private Bytes bytes(String record, String name) {
        int length = switch (name) {
            case "macAddress" -> 12;
            case "parameters" ->
                record.endsWith("MultiMediaReceiveChannel") || record.endsWith("MediaTransmission") ? 76 : 20;
            case "codecParameters" -> type == UpdateCapabilities.class ? 8 : 24;
            case "data" -> random.nextInt(2001);
            default -> 4 * random.nextInt(9);
        };
        var content = new byte[length];
        random.nextBytes(content);
        return Bytes.of(content);
    }

    private MediaAddress address(String name) {
        if (name.equals("ipAddress") || (!name.equals("ipv6Address") && random.nextBoolean())) {
            return MediaAddress.ipv4(random.nextInt());
        }
        return new MediaAddress(IpAddressType.IPV6, random.nextLong(), random.nextLong());
    }

    private SrtpKeyBlock key() {
        if (random.nextBoolean()) {
            return SrtpKeyBlock.NONE;
        }
        var material = Unpooled.buffer(30, 30).writerIndex(30).array();
        random.nextBytes(material);
        return SrtpKeyBlock.of(
                SrtpAlgorithm.AES_CM_128_HMAC_SHA1_32,
                java.util.Arrays.copyOf(material, 16),
                java.util.Arrays.copyOfRange(material, 16, 30));
    }

    private List<Object> list(RecordComponent component) {
        var element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(one -> element == Integer.class ? (Object) (1 + random.nextInt(1000)) : make(element))
                .toList();
    }
}
