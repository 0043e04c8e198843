package org.keyline.callcontrol.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.digits.Explanation.Candidate;
import org.keyline.callcontrol.digits.Explanation.Kind;
import org.keyline.callcontrol.digits.Explanation.Standing;
import org.keyline.model.dial.CallPark;
import org.keyline.model.dial.DigitPattern;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.MeetMeNumber;
import org.keyline.model.dial.MessageWaitingNumber;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.security.SecurityClass;

/** Numbers behind which nobody rings. */
class FeatureNumberTest {
    private static final PickupGroup SALES = new PickupGroup("7001", "near", "Sales", List.of());
    private static final CallPark PARK = new CallPark("71[0-2]X", "near", "");
    private static final DirectedCallPark DIRECTED = new DirectedCallPark("80X", "near", "", "21", Optional.empty());
    private static final MeetMeNumber MEETING = new MeetMeNumber("85X", "near", "", SecurityClass.ENCRYPTED);
    private static final MessageWaitingNumber MESSAGES =
            new MessageWaitingNumber(new DirectoryNumber("2991"), "near", "", true, Optional.empty());

    private final Plan plan = new Plan()
            .space("caller", "near")
            .features(FeatureNumbers.of(
                    List.of(SALES),
                    List.of(PARK, new CallPark("79", "far", "")),
                    List.of(DIRECTED),
                    List.of(MEETING),
                    List.of(MESSAGES)));

    @Test
    void each_leads_to_its_feature() {
        assertThat(plan.route("7001").target()).isEqualTo(new FeatureNumber.Pickup(SALES));
        assertThat(plan.route("7105").target()).isInstanceOf(FeatureNumber.Park.class);
        assertThat(plan.route("803").target()).isEqualTo(new FeatureNumber.DirectedPark(DIRECTED));
        assertThat(plan.route("21803").target()).isEqualTo(new FeatureNumber.Retrieval(DIRECTED));
        assertThat(plan.route("850").target()).isEqualTo(new FeatureNumber.MeetMe(MEETING));
        assertThat(plan.route("2991").target()).isEqualTo(new FeatureNumber.MessageWaiting(MESSAGES));
        assertThat(plan.route("21803").called()).isEqualTo("21803");
        assertThat(plan.dial("7135")).isInstanceOf(Analysis.Unmatched.class);
    }

    @Test
    void calls_are_parked_where_the_caller_reaches() {
        assertThat(plan.compile().parks(Plan.CALLER))
                .singleElement()
                .satisfies(park ->
                        assertThat(park.slots()).hasSize(30).startsWith("7100").endsWith("7129"));
        assertThat(plan.compile().parks(new SearchOrder(Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void a_group_is_found_by_its_key() {
        assertThat(plan.compile().pickupGroup("7001@near")).contains(SALES);
        assertThat(plan.compile().pickupGroup("7001")).isEmpty();
    }

    @Test
    void the_explanation_says_what_each_number_is_for() {
        assertThat(kind("7001")).isEqualTo(Kind.PICKUP_GROUP);
        assertThat(kind("7100")).isEqualTo(Kind.CALL_PARK);
        assertThat(kind("852")).isEqualTo(Kind.MEET_ME);
        assertThat(kind("801")).isEqualTo(Kind.DIRECTED_CALL_PARK);
        assertThat(kind("21801")).isEqualTo(Kind.DIRECTED_CALL_PARK);
        assertThat(kind("2991")).isEqualTo(Kind.MESSAGE_WAITING);
    }

    private Kind kind(String digits) {
        var steps = plan.compile().explain(Plan.CALLER, digits, Instant.EPOCH).steps();
        return steps.getFirst().candidates().stream()
                .filter(candidate -> candidate.standing() == Standing.WINS)
                .map(Candidate::kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_range_has_numbers_of_one_length_and_not_too_many() {
        assertThat(DigitPattern.parse("7[*1]").numbers(2)).containsExactly("71", "7*");
        assertThatThrownBy(() -> DigitPattern.parse("71!").numbers(1_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DigitPattern.parse("7XXXX").numbers(1_000))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
