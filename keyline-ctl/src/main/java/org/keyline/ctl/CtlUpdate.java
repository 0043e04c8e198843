package org.keyline.ctl;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListRecord;
import org.keyline.trust.trustlist.TrustListVariant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one act behind every CTL client: makes a new CTL file, has a token sign it, verifies it, hands it to every server
 * of the cluster, and then sets the cluster security mode on the publisher.
 *
 * <p>A token may sign only if the present file names it, because only then do phones accept the new file. Calls block
 * on servers, disk and token; one client at a time runs it (CTL3-49).
 */
public final class CtlUpdate {
    private static final Logger log = LoggerFactory.getLogger(CtlUpdate.class);

    /** What goes to the servers. */
    private record Work(TrustList list, Optional<CapfFiles> capf, boolean recreate) {}

    private final CtlProvider publisher;
    private final List<CtlProvider> others;
    private final TrustListVariant variant;
    private final Clock clock;

    /** For a cluster of one server. */
    public CtlUpdate(CtlProvider publisher, TrustListVariant variant, Clock clock) {
        this(publisher, List.of(), variant, clock);
    }

    /**
     * For a cluster.
     *
     * @param publisher the server whose file is the present one and which keeps the mode
     * @param others the other servers that run CallManager or TFTP
     * @param variant which phones the file is for
     */
    public CtlUpdate(CtlProvider publisher, List<CtlProvider> others, TrustListVariant variant, Clock clock) {
        this.publisher = publisher;
        this.others = List.copyOf(others);
        this.variant = variant;
        this.clock = clock;
    }

    /** Does what {@code request} asks. */
    public synchronized CtlOutcome run(CtlRequest request) {
        try {
            publisher.begin();
            requireUnchanged(request);
            var capf = publisher.capfFiles();
            var mode = request.choice().modeAfter(publisher.securityMode());
            var list = new NewList(request, present(request), mode).build(variant, clock.instant());
            return logged(hand(new Work(list, capf, request.recreate()), mode));
        } catch (CtlRefusal refusal) {
            return logged(refusal.outcome());
        } catch (ProviderException e) {
            return logged(new CtlOutcome.Refused(e.reason(), e.detail()));
        } finally {
            publisher.end();
            others.forEach(CtlProvider::end);
        }
    }

    /** What the administrator saw before Finish must still be what is there (CTL3-50). */
    private void requireUnchanged(CtlRequest request) throws ProviderException {
        if (request.base().isPresent()) {
            var now = version(publisher);
            if (!now.md5().equals(request.base().get())) {
                throw CtlRefusal.changed(now);
            }
        }
    }

    /** The version of the file on a server; a file that cannot be read counts as none. */
    private static CtlVersion version(CtlProvider server) throws ProviderException {
        try {
            return server.ctlVersion();
        } catch (ProviderException e) {
            if (e.reason() == CtlMessage.CANNOT_OPEN
                    || e.reason() == CtlMessage.CANNOT_READ
                    || e.reason() == CtlMessage.CANNOT_PARSE) {
                return CtlVersion.NONE;
            }
            throw e;
        }
    }

    /** The present file's content, or nothing when there is none or it is given up. */
    private Optional<TrustList> present(CtlRequest request) throws CtlRefusal, ProviderException {
        return switch (PresentCtl.of(publisher)) {
            case StoredCtl.Sound(var list) -> Optional.of(list);
            case StoredCtl.None _ when request.choice() != CtlChoice.UPDATE -> Optional.empty();
            case StoredCtl.None _ ->
                throw new CtlRefusal(
                        publisher.securityMode() == ClusterSecurityMode.MIXED
                                ? CtlMessage.NO_FILE_IN_MIXED_MODE
                                : CtlMessage.NO_FILE,
                        "It should be in " + publisher.paths().getFirst());
            case StoredCtl.Damaged _ when request.recreate() -> Optional.empty();
            case StoredCtl.Damaged(var message, var detail) ->
                throw new CtlRefusal(message, detail + " — " + CtlMessage.MUST_RECREATE.text());
        };
    }

    /** The file first: a mode without its file would leave phones that cannot connect. */
    private CtlOutcome hand(Work work, ClusterSecurityMode mode) {
        var results = new ArrayList<ServerResult>();
        results.addAll(post(publisher, work));
        if (results.getFirst().trouble().isPresent()) {
            return failed(results);
        }
        others.forEach(server -> results.addAll(postAll(server, work)));
        try {
            publisher.setSecurityMode(mode);
        } catch (ProviderException e) {
            return new CtlOutcome.Failed(CtlMessage.MODE_NOT_SET, e.detail(), results);
        }
        return results.stream().allMatch(result -> result.trouble().isEmpty())
                ? new CtlOutcome.Done(work.list(), mode, results)
                : failed(results);
    }

    private static CtlOutcome failed(List<ServerResult> results) {
        var details = results.stream()
                .flatMap(result -> result.trouble().stream())
                .map(ProviderException::detail)
                .toList();
        return new CtlOutcome.Failed(CtlMessage.NOT_WRITTEN, String.join("; ", details), results);
    }

    private static List<ServerResult> post(CtlProvider server, Work work) {
        return post(server, work, Optional.empty());
    }

    /** The CTL file, and the certificate of CAPF with it (CTL3-45, CTL3-46). */
    private static List<ServerResult> postAll(CtlProvider server, Work work) {
        return post(server, work, work.capf());
    }

    private static List<ServerResult> post(CtlProvider server, Work work, Optional<CapfFiles> capf) {
        var results = new ArrayList<ServerResult>();
        try {
            server.begin();
            var alternates = server.postCtlFile(
                    work.list().encoded(), work.recreate(), version(server).md5());
            if (capf.isPresent()) {
                server.postCapfFiles(capf.get());
            }
            results.add(new ServerResult(server.server(), path(server), Optional.empty()));
            results.addAll(alternates);
        } catch (ProviderException e) {
            results.add(new ServerResult(server.server(), path(server), Optional.of(e)));
        }
        return results;
    }

    private static String path(CtlProvider server) {
        try {
            return server.paths().getFirst();
        } catch (ProviderException unreachable) {
            return "";
        }
    }

    private static CtlOutcome logged(CtlOutcome outcome) {
        switch (outcome) {
            case CtlOutcome.Done(var list, var mode, var results) ->
                log.atInfo()
                        .addKeyValue("mode", mode)
                        .addKeyValue("signer", list.header().signerName())
                        .addKeyValue("servers", results.size())
                        .addKeyValue(
                                "records",
                                list.records().stream()
                                        .map(TrustListRecord::role)
                                        .toList())
                        .log("CTL file created");
            case CtlOutcome.Refused(var message, var detail) ->
                log.atWarn()
                        .addKeyValue("reason", message)
                        .addKeyValue("detail", detail)
                        .log("CTL file not created");
            case CtlOutcome.Failed(var message, var detail, var results) ->
                log.atError()
                        .addKeyValue("servers", results.size())
                        .addKeyValue("reason", message)
                        .addKeyValue("detail", detail)
                        .log("CTL file operation failed");
        }
        return outcome;
    }
}
