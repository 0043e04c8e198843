package org.keyline.lab.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyline.lab.files.Octets;

/** The table of replacing rules, row by row. */
class FlashTest {
    private final TestAuthority token = TestAuthority.named("token-1");
    private final TestAuthority otherToken = TestAuthority.named("token-2");
    private final TestAuthority server = TestAuthority.named("ccm1");
    private final TestAuthority stranger = TestAuthority.named("stranger");
    private final Flash flash = new Flash();

    @Test
    void a_phone_without_lists_takes_the_first_one_unverified() {
        var tampered = list().signedBy(token);
        tampered = tampered.flipping(tampered.length() - 1, 1);

        assertThat(flash.offerCtl(Optional.of(tampered))).isEqualTo(ListUpdate.TAKEN_ON_FIRST_USE);
        assertThat(flash.ctl()).isPresent();
    }

    @Test
    void the_identical_list_changes_nothing() {
        var file = list().signedBy(token);
        flash.offerCtl(Optional.of(file));

        assertThat(flash.offerCtl(Optional.of(Octets.of(file.toArray())))).isEqualTo(ListUpdate.UNCHANGED);
        assertThat(flash.backup()).isEmpty();
    }

    @Test
    void a_list_of_a_known_signer_replaces_the_stored_one_which_is_kept_as_backup() {
        var old = list().signedBy(token);
        flash.offerCtl(Optional.of(old));

        assertThat(flash.offerCtl(Optional.of(list().at(1_800_000_000).signedBy(otherToken))))
                .isEqualTo(ListUpdate.REPLACED);
        assertThat(flash.backup().orElseThrow().file()).isEqualTo(old);
    }

    @Test
    void a_list_of_an_unknown_signer_is_rejected_and_the_old_one_stays() {
        flash.offerCtl(Optional.of(list().signedBy(token)));
        var kept = flash.ctl();

        var foreign = TestFiles.list().with(0, stranger).with(2, stranger).signedBy(stranger);

        assertThat(flash.offerCtl(Optional.of(foreign))).isEqualTo(ListUpdate.REJECTED_UNKNOWN_SIGNER);
        assertThat(flash.ctl()).isEqualTo(kept);
        assertThat(flash.status()).last().isEqualTo("Trust List Update Failed");
    }

    @Test
    void a_missing_or_empty_file_leaves_the_old_list_valid() {
        flash.offerCtl(Optional.of(list().signedBy(token)));
        var kept = flash.ctl();

        assertThat(flash.offerCtl(Optional.empty())).isEqualTo(ListUpdate.NOT_FOUND);
        assertThat(flash.offerCtl(Optional.of(Octets.empty()))).isEqualTo(ListUpdate.NOT_FOUND);
        assertThat(flash.ctl()).isEqualTo(kept);
    }

    @Test
    void a_tampered_list_of_a_known_signer_is_rejected() {
        flash.offerCtl(Optional.of(list().signedBy(token)));
        var kept = flash.ctl();
        var file = list().at(1_800_000_000).signedBy(token);

        assertThat(flash.offerCtl(Optional.of(file.flipping(file.length() - 3, 1))))
                .isEqualTo(ListUpdate.REJECTED_BAD_SIGNATURE);
        assertThat(flash.offerCtl(Optional.of(file.slice(0, 100)))).isEqualTo(ListUpdate.REJECTED_MALFORMED);
        assertThat(flash.ctl()).isEqualTo(kept);
        assertThat(flash.status()).contains("Trust List Update Failed");
    }

    @Test
    void a_signer_who_only_claims_the_serial_number_of_a_known_one_is_rejected() {
        flash.offerCtl(Optional.of(list().signedBy(token)));
        var impostor = new TestAuthority(stranger.keys(), token.certificate());

        assertThat(flash.offerCtl(Optional.of(list().at(1_800_000_000).signedBy(impostor))))
                .isEqualTo(ListUpdate.REJECTED_BAD_SIGNATURE);
    }

    @Test
    void the_new_ctl_vouches_for_an_itl_that_comes_after_it() {
        flash.offerCtl(Optional.of(list().signedBy(token)));
        var itl = TestFiles.list().with(0, stranger).with(3, stranger).signedBy(stranger);

        assertThat(flash.offerItl(Optional.of(itl))).isEqualTo(ListUpdate.REJECTED_UNKNOWN_SIGNER);

        flash.offerCtl(Optional.of(TestFiles.list()
                .with(0, token)
                .with(0, stranger)
                .at(1_800_000_000)
                .signedBy(token)));
        assertThat(flash.offerItl(Optional.of(itl))).isEqualTo(ListUpdate.REPLACED);
    }

    @Test
    void the_first_itl_may_be_signed_by_the_tftp_server_of_the_ctl_but_no_ctl_may() {
        flash.offerCtl(Optional.of(list().signedBy(token)));
        var own = TestFiles.list().with(0, server).with(3, server);

        assertThat(flash.offerCtl(Optional.of(own.signedBy(server)))).isEqualTo(ListUpdate.REJECTED_UNKNOWN_SIGNER);
        assertThat(flash.offerItl(Optional.of(own.signedBy(server)))).isEqualTo(ListUpdate.REPLACED);
    }

    @Test
    void an_erased_phone_believes_anybody_again() {
        flash.offerCtl(Optional.of(list().signedBy(token)));
        flash.eraseTrustLists();

        assertThat(flash.offerCtl(Optional.of(TestFiles.list().with(0, stranger).signedBy(stranger))))
                .isEqualTo(ListUpdate.TAKEN_ON_FIRST_USE);
    }

    @Test
    void signed_files_are_wanted_as_soon_as_a_list_names_a_file_signer() {
        flash.offerItl(
                Optional.of(TestFiles.list().with(0, token).with(1, server).signedBy(token)));
        assertThat(flash.wantsSignedFiles()).isFalse();

        flash.offerItl(Optional.of(
                TestFiles.list().with(0, token).withCompact(3, server).signedBy(token)));
        assertThat(flash.wantsSignedFiles()).isTrue();
    }

    private TestFiles list() {
        return TestFiles.list().with(0, token).with(0, otherToken).with(2, server);
    }
}
