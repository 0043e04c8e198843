package org.keyline.node.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.callcontrol.station.StationSignal.Statistics;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.record.CallPart;
import org.keyline.processing.record.CallSide;
import org.keyline.processing.record.LegQuality;
import org.keyline.processing.record.OnBehalfOf;
import org.keyline.processing.record.Termination;

/** The form of the files, sign by sign. */
class RecordWritingTest {
    private static final UUID ID = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    private static final Instant BEGAN = Instant.ofEpochSecond(1_210_866_400L);
    private final RecordWriting writing = new RecordWriting(1, Snapshots::empty, () -> ID);

    static CallPart part(Redirection... redirection) {
        return part(Billing.NONE, redirection);
    }

    private static CallPart part(Billing billing, Redirection... redirection) {
        var alice = side(17_179_946, "2001", "SEP000000002001", "192.168.18.188", 16_500, Termination.NONE);
        var bob =
                side(17_179_947, "2002", "SEP000000002002", "10.0.0.1", 16_600, new Termination(16, OnBehalfOf.DEVICE));
        return new CallPart(
                61_049,
                alice,
                bob,
                new CallPart.Way(
                        redirection.length == 0
                                ? "2002"
                                : redirection[0].original().number(),
                        Arrays.stream(redirection).findFirst(),
                        Optional.empty(),
                        billing,
                        Optional.empty()),
                Optional.of(AudioCodec.G729A),
                SecurityClass.AUTHENTICATED,
                OnBehalfOf.UNKNOWN,
                BEGAN,
                Optional.of(BEGAN.plusSeconds(5)),
                BEGAN.plusSeconds(65),
                false);
    }

    private static CallSide side(int leg, String number, String device, String ip, int port, Termination ended) {
        var address = InetAddress.ofLiteral(ip);
        return new CallSide(
                leg,
                Optional.of(new DeviceName(device)),
                number,
                Optional.of(address),
                Optional.of(new MediaAddress(address, port)),
                ended);
    }

    @Test
    void what_a_caller_entered_is_in_the_columns_for_it() {
        var line = writing.detail(part(new Billing(Optional.of("Alice Smith"), 5, Optional.of("33"))), "C");

        assertThat(line).contains(",\"\",\"Alice Smith\",5,\"33\",");
    }

    @Test
    void a_record_of_a_call_is_this_line() {
        assertThat(writing.detail(part(), "StandAloneCluster"))
                .isEqualTo("1,1,61049,17179946,1210866400,1,0,-1139627840,\"2001\",\"\","
                        + "0,0,4,-1139627840,16500,12,20,0,0,0,0,0,0,\"\",\"\","
                        + "17179947,1,0,16777226,\"2002\",\"2002\",\"\","
                        + "0,16,4,16777226,16600,12,20,0,0,0,0,0,0,\"\",\"\","
                        + "1210866405,1210866465,\"2002\",\"01234567-89ab-cdef-0123-456789abcdef\","
                        + "\"\",\"\",\"\",\"\",60,\"SEP000000002001\",\"SEP000000002002\","
                        + "0,12,0,0,0,0,0,\"StandAloneCluster\",0,\"\",\"\",0,\"\",0,0,1,0,8,8,\"\",\"\",\"\","
                        + "\"192.168.18.188\",\"10.0.0.1\","
                        + "0,0,0,0,0,0,0,0,0,0,0,0,"
                        + "0,\"\",0,\"\",0,0,0,\"\",\"\",2,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",0,0,"
                        + "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",0,0,0,\"2002\",\"2002\",\"\",\"\"\n");
    }

    @Test
    void the_header_names_every_column_in_quotes_and_the_next_line_its_type() {
        var lines = Column.head(DetailColumns.ALL).split("\n", -1);

        assertThat(lines[0])
                .startsWith("\"cdrRecordType\",\"globalCallID_callManagerId\",\"globalCallID_callId\"")
                .endsWith("\"huntPilotPattern\"");
        assertThat(lines[1]).startsWith("INTEGER,INTEGER,INTEGER,INTEGER,INTEGER,INTEGER,INTEGER,INTEGER,VARCHAR(50)");
        assertThat(Arrays.asList(lines[1].split(",", -1)))
                .hasSize(DetailColumns.ALL.size())
                .allMatch(Pattern.compile("INTEGER|VARCHAR\\(\\d+\\)|UNIQUEIDENTIFIER")
                        .asMatchPredicate());
        assertThat(lines[1]).containsOnlyOnce("UNIQUEIDENTIFIER");
        assertThat(DetailColumns.ALL).doesNotHaveDuplicates().hasSize(129);
        assertThat(Csv.values(writing.detail(part(), "c").strip())).hasSize(DetailColumns.ALL.size());
    }

    @Test
    void what_sent_a_call_on_is_in_its_record() {
        var way = Redirection.from(new Party("2007", ""), Reason.FORWARD_BUSY)
                .then(new Party("2008", ""), Reason.FORWARD_ALL);

        assertThat(record(part(way)))
                .containsEntry("originalCalledPartyNumber", "2007")
                .containsEntry("origCalledPartyRedirectReason", "1")
                .containsEntry("origCalledPartyRedirectOnBehalfOf", "5")
                .containsEntry("lastRedirectDn", "2008")
                .containsEntry("lastRedirectRedirectReason", "15")
                .containsEntry("lastRedirectRedirectOnBehalfOf", "5");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.18.188, -1139627840",
        "10.0.0.1, 16777226",
        "127.0.0.1, 16777343",
        "0.0.0.0, 0",
        "2001:db8::1, 0"
    })
    void an_address_is_its_octets_in_reversed_order_as_a_signed_number(String address, int number) {
        assertThat(Ipv4.number(InetAddress.ofLiteral(address))).isEqualTo(number);
    }

    @Test
    void what_a_phone_counted_is_this_line() {
        var counters =
                new Statistics(new CallReference(17_179_946), 3_000, 480_000, 2_990, 478_400, 10, 3, 20, "MLQK=4.5");

        var line = writing.quality(
                new LegQuality(new DeviceName("SEP000000002001"), "2001", counters),
                61_049,
                60,
                BEGAN.plusSeconds(66),
                "StandAloneCluster");

        assertThat(line)
                .isEqualTo("2,1,61049,1,\"2001\",17179946,1210866466,3000,480000,2990,478400,10,3,20,"
                        + "\"01234567-89ab-cdef-0123-456789abcdef\",\"\",\"StandAloneCluster\",\"SEP000000002001\","
                        + "\"MLQK=4.5\",60,\"\",0,0,0,0,0,0,0,0,0,\"\",\"\"\n");
        assertThat(Csv.values(line.strip())).hasSize(QualityColumns.ALL.size());
    }

    @Test
    void a_text_can_break_no_line() {
        assertThat(Csv.quoted("a \"b\"\nc,d")).isEqualTo("\"a \"\"b\"\" c,d\"");
        assertThat(Csv.values("1," + Csv.quoted("a \"b\", c") + ",2")).isEqualTo(List.of("1", "a \"b\", c", "2"));
    }

    private Map<String, String> record(CallPart part) {
        var values = Csv.values(writing.detail(part, "c").strip());
        var row = new LinkedHashMap<String, String>();
        DetailColumns.ALL.forEach(column -> row.put(column.name(), values.get(row.size())));
        return row;
    }
}
