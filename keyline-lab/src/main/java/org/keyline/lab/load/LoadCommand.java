package org.keyline.lab.load;

import io.netty.handler.ssl.SslContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keyline.lab.phone.PhoneProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code load}: registers phones, makes calls, measures the server, and says it all as JSON. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Register many phones and make calls; measure the server.")
public final class LoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--server", description = "Where phones register: host:port.")
    private String server = "127.0.0.1:2000";

    @Option(names = "--phones", description = "How many (default: ${DEFAULT-VALUE}).")
    private int phones = 100;

    @Option(names = "--model", description = "Their model (default: ${DEFAULT-VALUE}).")
    private String model = "7962";

    @Option(names = "--first-mac", description = "MAC address of the first; the others count on.")
    private String firstMac = "00DA7A100000";

    @Option(names = "--window", description = "Registrations under way at once (default: ${DEFAULT-VALUE}).")
    private int window = 200;

    @Option(names = "--tls", description = "Register over TLS.")
    private boolean tls;

    @Option(names = "--ca-cert", description = "Certificate (PEM or DER) of the CA to issue the phones' LSCs with.")
    private @Nullable Path caCertificate;

    @Option(names = "--ca-key", description = "Its PKCS#8 key (PEM or DER).")
    private @Nullable Path caKey;

    @Option(names = "--lsc-dir", description = "Directory with ready NAME.crt and NAME.key files.")
    private @Nullable Path lscDirectory;

    @Option(names = "--tftp", description = "Enrol by CAPF: host:port of TFTP, for the trust lists.")
    private @Nullable String tftp;

    @Option(names = "--capf", description = "Enrol by CAPF: host:port of CAPF.")
    private @Nullable String capf;

    @Option(names = "--calls-per-second", description = "Rate of calls; 0 makes none (default: ${DEFAULT-VALUE}).")
    private double callsPerSecond;

    @Option(names = "--duration", description = "Seconds of calls (default: ${DEFAULT-VALUE}).")
    private int duration = 10;

    @Option(names = "--warm-up", description = "Seconds of calls before those that are measured.")
    private int warmUp = 2;

    @Option(
            names = "--phases",
            description = "Make calls until the standard input ends; each line of it names the phase that begins.")
    private boolean phases;

    @Option(names = "--digits", description = "Dial digit by digit after dial tone, not en bloc.")
    private boolean digits;

    @Option(
            names = "--mix",
            description =
                    "A busy hour: of a hundred calls 70 plain, 10 transferred, 5 conferences, 10 forwarded or hunted, 5"
                            + " parked or picked up, among three phones each. The number of a phone with 91 before it"
                            + " must be forwarded to the phone, with 92 before it be a hunt pilot that finds the phone;"
                            + " the three must be in one pickup group.")
    private boolean mix;

    @Option(names = "--talk", description = "Milliseconds from media to hanging up (default: ${DEFAULT-VALUE}).")
    private long talk = 100;

    @Option(names = "--idle", description = "Seconds to stay registered after the calls.")
    private int idle;

    @Option(names = "--server-pid", description = "Process whose CPU time and memory are measured.")
    private @Nullable Long serverPid;

    @Option(
            names = "--memory",
            description = "Have the server collect its garbage before and after the calls; report what stayed.")
    private boolean memory;

    @Option(names = "--baseline-handshake", description = "Also measure that many bare mutual TLS handshakes.")
    private int baseline;

    @Option(names = "--json", description = "Write the report there, not to standard output.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        var plan = new Fleet.FleetPlan(
                address(server), phones, PhoneProfile.of(model), Long.parseLong(firstMac, 16), window, mix ? 3 : 2);
        var report = new LinkedHashMap<String, Object>();
        report.put("phones", phones);
        report.put("tls", tls);
        var context = tls ? Optional.of(LoadTls.context(identities(plan, report))) : Optional.<SslContext>empty();
        if (baseline > 0) {
            report.put("bareHandshake", new HandshakeBaseline(required(context), plan).run(baseline));
        }
        boolean complete = run(plan, context, report);
        write(Json.of(report));
        return complete ? 0 : 1;
    }

    private boolean run(Fleet.FleetPlan plan, Optional<SslContext> context, Map<String, Object> report)
            throws InterruptedException {
        var measured = Optional.ofNullable(serverPid).map(ServerProcess::new);
        var before = measured.map(ServerMemory::settled);
        try (var fleet = new Fleet(plan, context)) {
            boolean all = register(fleet, measured, report) == phones;
            boolean called = callsPerSecond <= 0 || calls(fleet, measured, report);
            if (idle > 0) {
                rest(fleet, before, report);
            }
            report.put("lostAfterRegistering", fleet.lostLater());
            report.put("troubles", fleet.troubles());
            return all && called && fleet.lostLater() == 0;
        }
    }

    private static int register(Fleet fleet, Optional<ServerProcess> server, Map<String, Object> report)
            throws InterruptedException {
        long cpu = server.map(ServerProcess::cpuNanos).orElse(0L);
        long begin = System.nanoTime();
        int registered = fleet.registerAll();
        double seconds = (System.nanoTime() - begin) / 1e9;
        var part = new LinkedHashMap<String, Object>();
        part.put("registered", registered);
        part.put("seconds", seconds);
        part.put("perSecond", registered / seconds);
        part.put("times", fleet.times().summary());
        server.ifPresent(
                process -> part.put("serverCpuMsEach", (process.cpuNanos() - cpu) / 1e6 / Math.max(1, registered)));
        report.put("registration", part);
        return registered;
    }

    /** Stays registered, with nothing but keepalives, then sees what memory each phone holds in the server. */
    private void rest(Fleet fleet, Optional<ServerMemory> before, Map<String, Object> report)
            throws InterruptedException {
        long cpu = before.map(memory -> memory.server().cpuNanos()).orElse(0L);
        TimeUnit.SECONDS.sleep(idle);
        var part = new LinkedHashMap<String, Object>();
        part.put("seconds", idle);
        part.put("registered", fleet.up());
        before.ifPresent(memory -> {
            part.put("serverCpuMsEachSecond", (memory.server().cpuNanos() - cpu) / 1e6 / idle);
            part.putAll(ServerMemory.settled(memory.server()).since(memory, Math.max(1, fleet.up())));
        });
        report.put("resting", part);
    }

    private boolean calls(Fleet fleet, Optional<ServerProcess> server, Map<String, Object> report)
            throws InterruptedException {
        var manner = new CallManner(!digits, tls, talk);
        if (warmUp > 0) {
            var unheeded = new CallTimes();
            var warming = new CallRun(plots(), unheeded);
            warming.run(fleet.teams(manner, () -> unheeded, warming), callsPerSecond, warmUp);
        }
        if (phases) {
            return callsInPhases(fleet, manner, report);
        }
        var times = new CallTimes();
        var run = new CallRun(plots(), times);
        var teams = fleet.teams(manner, () -> times, run);
        var before = server.filter(_ -> memory).map(ServerMemory::settled);
        long cpu = server.map(ServerProcess::cpuNanos).orElse(0L);
        long begin = System.nanoTime();
        var part = run.run(teams, callsPerSecond, duration);
        part.put("manner", digits ? "digit by digit" : "en bloc");
        part.put("teams", teams.size());
        part.put("completedPerSecond", run.completed() / ((System.nanoTime() - begin) / 1e9));
        server.ifPresent(process ->
                part.put("serverCpuMsEach", (process.cpuNanos() - cpu) / 1e6 / Math.max(1, run.completed())));
        before.ifPresent(settled -> part.put("memory", remembered(settled, run.completed())));
        report.put("calls", part);
        return run.isFaultless();
    }

    private static Map<String, Object> remembered(ServerMemory before, int calls) {
        return ServerMemory.settled(before.server()).since(before, Math.max(1, calls));
    }

    private CallPlot.Mix plots() {
        return mix ? CallPlot.Mix.BUSY_HOUR : CallPlot.Mix.PLAIN_ONLY;
    }

    private boolean callsInPhases(Fleet fleet, CallManner manner, Map<String, Object> report)
            throws InterruptedException {
        var told = new CallPhases();
        var run = new CallRun(plots(), new CallTimes());
        var teams = fleet.teams(manner, told, run);
        System.out.println("calling");
        told.follow(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        var part = run.run(teams, callsPerSecond, _ -> !told.isOver());
        part.put("phases", told.summary());
        report.put("calls", part);
        return run.isFaultless();
    }

    private LoadIdentities identities(Fleet.FleetPlan plan, Map<String, Object> report)
            throws IOException, GeneralSecurityException {
        if (lscDirectory != null) {
            return LoadIdentities.in(lscDirectory);
        }
        if (caCertificate != null && caKey != null) {
            var issued = LoadIdentities.issuedBy(Pem.certificate(caCertificate), Pem.key(caKey));
            IntStream.range(0, phones).parallel().mapToObj(plan::name).forEach(issued::of);
            return issued;
        }
        if (tftp == null || capf == null) {
            throw new ParameterException(
                    spec.commandLine(), "--tls needs --lsc-dir, or --ca-cert and --ca-key, or --tftp and --capf");
        }
        return enrolled(new Enrolment(address(tftp), address(capf)), plan, report);
    }

    private LoadIdentities enrolled(Enrolment enrolment, Fleet.FleetPlan plan, Map<String, Object> report) {
        var measured = Optional.ofNullable(serverPid).map(ServerProcess::new);
        long cpu = measured.map(ServerProcess::cpuNanos).orElse(0L);
        long begin = System.nanoTime();
        var identities = enrolment.run(plan);
        double seconds = (System.nanoTime() - begin) / 1e9;
        var part = new LinkedHashMap<String, Object>();
        part.put("enrolled", enrolment.count());
        part.put("seconds", seconds);
        part.put("perSecond", enrolment.count() / seconds);
        part.put("times", enrolment.times().summary());
        part.put("troubles", enrolment.troubles());
        measured.ifPresent(process ->
                part.put("serverCpuMsEach", (process.cpuNanos() - cpu) / 1e6 / Math.max(1, enrolment.count())));
        report.put("enrolment", part);
        return identities;
    }

    private SslContext required(Optional<SslContext> context) {
        return context.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "--baseline-handshake needs --tls"));
    }

    private InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new ParameterException(spec.commandLine(), "not host:port: " + text);
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text, colon + 1, text.length(), 10));
    }

    private void write(String report) throws IOException {
        if (json == null) {
            spec.commandLine().getOut().println(report);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(json, report + "\n");
        }
    }
}
