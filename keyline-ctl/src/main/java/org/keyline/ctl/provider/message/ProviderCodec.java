package org.keyline.ctl.provider.message;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyline.ctl.CapfFiles;
import org.keyline.ctl.CtlHistory;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.provider.message.ProviderMessage.AlternatePaths;
import org.keyline.ctl.provider.message.ProviderMessage.AuthenticateUser;
import org.keyline.ctl.provider.message.ProviderMessage.BeginConfiguration;
import org.keyline.ctl.provider.message.ProviderMessage.CapfFileAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.CertificateAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.CtlFileAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.CtlVersionAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.DoPendingWork;
import org.keyline.ctl.provider.message.ProviderMessage.Done;
import org.keyline.ctl.provider.message.ProviderMessage.EndConfiguration;
import org.keyline.ctl.provider.message.ProviderMessage.GetAlternatePaths;
import org.keyline.ctl.provider.message.ProviderMessage.GetCallManagerCertificate;
import org.keyline.ctl.provider.message.ProviderMessage.GetCapfCertificate;
import org.keyline.ctl.provider.message.ProviderMessage.GetCapfFile;
import org.keyline.ctl.provider.message.ProviderMessage.GetCtlFile;
import org.keyline.ctl.provider.message.ProviderMessage.GetCtlVersion;
import org.keyline.ctl.provider.message.ProviderMessage.GetPendingWork;
import org.keyline.ctl.provider.message.ProviderMessage.GetSecurityMode;
import org.keyline.ctl.provider.message.ProviderMessage.GetServerList;
import org.keyline.ctl.provider.message.ProviderMessage.Hello;
import org.keyline.ctl.provider.message.ProviderMessage.PendingWorkAnswer;
import org.keyline.ctl.provider.message.ProviderMessage.PostCapfFile;
import org.keyline.ctl.provider.message.ProviderMessage.PostCtlFile;
import org.keyline.ctl.provider.message.ProviderMessage.Posted;
import org.keyline.ctl.provider.message.ProviderMessage.Refused;
import org.keyline.ctl.provider.message.ProviderMessage.SecurityMode;
import org.keyline.ctl.provider.message.ProviderMessage.ServerList;
import org.keyline.ctl.provider.message.ProviderMessage.SetSecurityMode;
import org.keyline.ctl.provider.message.ProviderMessage.Welcome;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.tlv.Octets;

/** Messages as frames: four bytes of length, one of type, the fields (docs/ctl-provider.md). */
public final class ProviderCodec {
    /** The longest frame, its length field not counted: a CTL file of the largest size and its surroundings. */
    public static final int LONGEST = 128 * 1024;

    private ProviderCodec() {}

    /** Reads one message; empty at the end of the stream. */
    public static Optional<ProviderMessage> read(DataInputStream in) throws IOException {
        var first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        var length = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        if (length < 1 || length > LONGEST) {
            throw new MalformedProviderMessage("A message has 1 to " + LONGEST + " bytes");
        }
        var payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("The peer left in the middle of a message");
        }
        return Optional.of(decode(payload));
    }

    /** Writes one message and sends it off. */
    public static void write(OutputStream out, ProviderMessage message) throws IOException {
        var payload = encode(message);
        out.write(ByteBuffer.allocate(Integer.BYTES + payload.length)
                .putInt(payload.length)
                .put(payload)
                .array());
        out.flush();
    }

    /** The message in one frame, its length field not counted. */
    public static ProviderMessage decode(byte[] payload) throws MalformedProviderMessage {
        var in = new FieldReader(payload);
        var message = message(in.u8("The type"), in);
        in.end();
        return message;
    }

    private static ProviderMessage message(int type, FieldReader in) throws MalformedProviderMessage {
        return switch (type) {
            case 1 -> new Hello(in.u16("The version"));
            case 2 -> new AuthenticateUser(in.text("The user name"), in.secret("The password"));
            case 3 -> new GetServerList();
            case 4 -> new GetCallManagerCertificate();
            case 5 -> new GetCapfCertificate();
            case 6 -> new GetCtlFile();
            case 7 -> new GetCtlVersion();
            case 8 -> new GetAlternatePaths();
            case 9 -> new GetSecurityMode();
            case 10 -> new BeginConfiguration();
            case 11 ->
                new PostCtlFile(in.octets("The file"), in.flag("The flag for a damaged file"), in.text("The base"));
            case 12 -> new SetSecurityMode(in.oneOf("The mode", ClusterSecurityMode.class));
            case 13 -> new EndConfiguration();
            case 14 -> new GetPendingWork();
            case 15 -> new DoPendingWork();
            case 16 -> new GetCapfFile();
            case 17 -> new PostCapfFile(files(in));
            case 129 -> new Welcome(in.u16("The version"), in.text("The server's name"));
            case 130 -> new Done();
            case 131 -> refused(in);
            case 132 ->
                new ServerList(in.list(
                        "The list",
                        item -> new ListedServer(item.text("A name"), item.text("An address"), item.u16("A port"))));
            case 133 -> new CertificateAnswer(in.optional("The certificate", item -> item.octets("The certificate")));
            case 134 -> new CtlFileAnswer(in.optional("The file", item -> item.octets("The file")));
            case 135 ->
                new CtlVersionAnswer(
                        in.u32("The length"),
                        in.text("The digest"),
                        in.optional("The date", ProviderCodec::moment),
                        in.optional("The change", item -> new CtlHistory.Entry(moment(item), item.text("A name"))));
            case 136 -> new AlternatePaths(in.list("The list", item -> item.text("A path")));
            case 137 -> new SecurityMode(in.oneOf("The mode", ClusterSecurityMode.class));
            case 138 ->
                new PendingWorkAnswer(
                        in.list("The services", item -> item.text("A service")),
                        in.list("The devices", item -> item.text("A device")));
            case 140 ->
                new Posted(in.list(
                        "The places",
                        item -> new Posted.Place(
                                item.text("A path"), item.optional("The trouble", ProviderCodec::refused))));
            case 139 -> new CapfFileAnswer(in.optional("The files", ProviderCodec::files));
            default -> throw new MalformedProviderMessage("There is no message of type " + type);
        };
    }

    private static Refused refused(FieldReader in) throws MalformedProviderMessage {
        return new Refused(in.oneOf("The reason", CtlMessage.class), in.text("The detail"));
    }

    private static CapfFiles files(FieldReader in) throws MalformedProviderMessage {
        return new CapfFiles(in.octets("The DER"), in.text("The name"), in.octets("The PEM"));
    }

    private static Instant moment(FieldReader in) throws MalformedProviderMessage {
        try {
            return Instant.ofEpochSecond(in.u64("The date"));
        } catch (DateTimeException e) {
            throw new MalformedProviderMessage("The date is none");
        }
    }

    /** The frame of a message, its length field not counted. */
    public static byte[] encode(ProviderMessage message) {
        var out = new FieldWriter();
        return switch (message) {
            case Hello(var version) -> out.u8(1).u16(version).toByteArray();
            case AuthenticateUser(var name, var password) ->
                out.u8(2).text(name).secret(password).toByteArray();
            case GetServerList() -> out.u8(3).toByteArray();
            case GetCallManagerCertificate() -> out.u8(4).toByteArray();
            case GetCapfCertificate() -> out.u8(5).toByteArray();
            case GetCtlFile() -> out.u8(6).toByteArray();
            case GetCtlVersion() -> out.u8(7).toByteArray();
            case GetAlternatePaths() -> out.u8(8).toByteArray();
            case GetSecurityMode() -> out.u8(9).toByteArray();
            case BeginConfiguration() -> out.u8(10).toByteArray();
            case PostCtlFile(var file, var recreate, var base) ->
                out.u8(11).octets(file).flag(recreate).text(base).toByteArray();
            case SetSecurityMode(var mode) -> out.u8(12).text(mode.name()).toByteArray();
            case EndConfiguration() -> out.u8(13).toByteArray();
            case GetCapfFile() -> out.u8(16).toByteArray();
            case PostCapfFile(var files) -> files(out.u8(17), files).toByteArray();
            case GetPendingWork() -> out.u8(14).toByteArray();
            case DoPendingWork() -> out.u8(15).toByteArray();
            case PendingWorkAnswer(var services, var devices) ->
                texts(texts(out.u8(138), services), devices).toByteArray();
            case Welcome(var version, var server) ->
                out.u8(129).u16(version).text(server).toByteArray();
            case Done() -> out.u8(130).toByteArray();
            case Refused(var reason, var detail) ->
                out.u8(131).text(reason.name()).text(detail).toByteArray();
            case ServerList(var servers) -> servers(out.u8(132), servers);
            case CertificateAnswer(var der) -> optional(out.u8(133), der);
            case CtlFileAnswer(var content) -> optional(out.u8(134), content);
            case CtlVersionAnswer(var length, var md5, var created, var changed) -> {
                out.u8(135).u32(length).text(md5).flag(created.isPresent());
                created.ifPresent(moment -> out.u64(moment.getEpochSecond()));
                out.flag(changed.isPresent());
                changed.ifPresent(
                        change -> out.u64(change.at().getEpochSecond()).text(change.who()));
                yield out.toByteArray();
            }
            case Posted(var places) -> {
                out.u8(140).u16(places.size());
                places.forEach(place -> {
                    out.text(place.path()).flag(place.trouble().isPresent());
                    place.trouble()
                            .ifPresent(
                                    trouble -> out.text(trouble.reason().name()).text(trouble.detail()));
                });
                yield out.toByteArray();
            }
            case CapfFileAnswer(var files) -> {
                out.u8(139).flag(files.isPresent());
                files.ifPresent(both -> files(out, both));
                yield out.toByteArray();
            }
            case AlternatePaths(var paths) -> {
                out.u8(136).u16(paths.size());
                paths.forEach(out::text);
                yield out.toByteArray();
            }
            case SecurityMode(var mode) -> out.u8(137).text(mode.name()).toByteArray();
        };
    }

    private static FieldWriter files(FieldWriter out, CapfFiles files) {
        return out.octets(files.der()).text(files.pemName()).octets(files.pem());
    }

    private static FieldWriter texts(FieldWriter out, List<String> texts) {
        var kept = texts.subList(0, Math.min(texts.size(), FieldReader.MOST_ITEMS));
        out.u16(kept.size());
        kept.forEach(out::text);
        return out;
    }

    private static byte[] servers(FieldWriter out, List<ListedServer> servers) {
        out.u16(servers.size());
        servers.forEach(server -> out.text(server.name()).text(server.address()).u16(server.port()));
        return out.toByteArray();
    }

    private static byte[] optional(FieldWriter out, Optional<Octets> value) {
        out.flag(value.isPresent());
        value.ifPresent(out::octets);
        return out.toByteArray();
    }
}
