package org.keyline.lab.demo;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.Exchange;

/** The two phones of the demonstration and their call. */
final class DemoCall implements AutoCloseable {
    /** What the server is told about them. */
    static final String CONFIGURATION = """
            keyline: 1
            partitions:
              - name: Internal
            callingSearchSpaces:
              - name: Everyone
                partitions: [Internal]
            lines:
              - {number: 2001, partition: Internal, alertingName: Alice, callingSearchSpace: Everyone}
              - {number: 2002, partition: Internal, alertingName: Bob, callingSearchSpace: Everyone}
            phones:
              - name: SEP00DA7A0A11CE
                model: 7962
                description: Alice
                securityMode: ENCRYPTED
                certificateOperation: INSTALL_UPGRADE
                authenticationMode: BY_NULL_STRING
                lines:
                  - {line: 2001@Internal, display: Alice}
              - name: SEP00DA7A000B0B
                model: 7962
                description: Bob
                securityMode: ENCRYPTED
                certificateOperation: INSTALL_UPGRADE
                authenticationMode: BY_NULL_STRING
                lines:
                  - {line: 2002@Internal, display: Bob}
            """;

    private final Narrator narrator;
    private final LabPhone alice;
    private final LabPhone bob;

    DemoCall(Narrator narrator, InetSocketAddress tftp) {
        this.narrator = narrator;
        this.alice = phone("alice", "00DA7A0A11CE", tftp);
        this.bob = phone("bob", "00DA7A000B0B", tftp);
    }

    private LabPhone phone(String person, String mac, InetSocketAddress tftp) {
        return LabPhone.model("7962")
                .of(narrator.texts().text(person))
                .mac(mac)
                .tftp(tftp)
                .patience(Duration.ofSeconds(30))
                .build();
    }

    void play() {
        boot();
        int before = alice.messages().size();
        int beforeBob = bob.messages().size();
        talk();
        narrator.line("");
        narrator.line(narrator.texts().text("ladder.title"));
        Ladder.of(after(alice, before), after(bob, beforeBob)).forEach(narrator::line);
    }

    private static java.util.List<Exchange> after(LabPhone phone, int count) {
        return phone.messages().subList(count, phone.messages().size());
    }

    /** Both at once, as after a power cut. */
    private void boot() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.runAsync(() -> boot("alice", alice), threads);
            var second = CompletableFuture.runAsync(() -> boot("bob", bob), threads);
            CompletableFuture.allOf(first, second).join();
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof AssertionError awaited) {
                throw awaited;
            }
            throw e;
        }
    }

    private void boot(String person, LabPhone phone) {
        var name = narrator.texts().text(person);
        narrator.say("phone.boots", name, phone.phone().settings().profile().model());
        phone.powersOn();
        phone.awaits("a trust list", _ -> phone.flash().ctl().isPresent());
        narrator.say("phone.trust", name);
        phone.awaits("its configuration", _ -> phone.phone().config().isPresent());
        narrator.say("phone.config", name);
        phone.hasLsc();
        narrator.say("phone.lsc", name);
        phone.isRegistered();
        narrator.say("phone.registered", name, phone.number(), phone.phone().cipherSuite());
    }

    private void talk() {
        var aliceName = narrator.texts().text("alice");
        var bobName = narrator.texts().text("bob");
        narrator.say("call.dials", aliceName, bob.number());
        alice.dials(bob.number());
        bob.rings();
        narrator.say("call.rings", bobName, bob.phone().watch().read(state -> state.prompt()));
        bob.answers();
        narrator.say("call.answers", bobName);
        alice.showsLock();
        bob.showsLock();
        narrator.say("call.talk");
        alice.hearsEncrypted(bob);
        bob.hearsEncrypted(alice);
        narrator.say("audio.heard", aliceName, bobName, alice.heard());
        narrator.say("audio.heard", bobName, aliceName, bob.heard());
        alice.hangsUp().isIdle();
        bob.isIdle();
        narrator.say("call.over", aliceName);
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
    }
}
