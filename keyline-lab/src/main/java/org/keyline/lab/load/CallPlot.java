package org.keyline.lab.load;

import java.util.ArrayList;
import java.util.List;
import org.keyline.sccp.codec.field.SoftKey;

/**
 * How a call goes. The numbers of features are made of the numbers of phones, as the busy-hour configuration has them.
 */
enum CallPlot {
    /** One calls another. */
    PLAIN {
        @Override
        void tell(CallScript call) {
            call.placed(call.caller(), call.called().number(), call.called())
                    .talk(call.caller(), call.called(), call.caller()::hangsUp);
        }
    },

    /** The called transfers the call to a third, and asks first. */
    TRANSFER {
        @Override
        void tell(CallScript call) {
            call.placed(call.caller(), call.called().number(), call.called())
                    .talk(call.caller(), call.called(), () -> call.called().presses(SoftKey.TRANSFER))
                    .consulted(call.called(), call.third())
                    .talk(call.called(), call.third(), () -> call.called().presses(SoftKey.TRANSFER))
                    .talk(call.caller(), call.third(), call.caller()::hangsUp);
        }
    },

    /** The caller has a third join in, who leaves again. */
    CONFERENCE {
        @Override
        void tell(CallScript call) {
            call.placed(call.caller(), call.called().number(), call.called())
                    .talk(call.caller(), call.called(), () -> call.caller().presses(SoftKey.CONFERENCE))
                    .consulted(call.caller(), call.third())
                    .talk(call.caller(), call.third(), () -> call.caller().presses(SoftKey.CONFERENCE))
                    .conference(call.third()::hangsUp)
                    .talk(call.caller(), call.called(), call.caller()::hangsUp);
        }
    },

    /** A number that is forwarded to the called. */
    FORWARD {
        @Override
        void tell(CallScript call) {
            call.placed(call.caller(), FORWARDED + call.called().number(), call.called())
                    .talk(call.caller(), call.called(), call.caller()::hangsUp);
        }
    },

    /** A hunt pilot that finds the called first. */
    HUNT {
        @Override
        void tell(CallScript call) {
            call.placed(call.caller(), HUNTED + call.called().number(), call.called())
                    .talk(call.caller(), call.called(), call.caller()::hangsUp);
        }
    },

    /** The called parks the call, a third takes it back. */
    PARK {
        @Override
        void tell(CallScript call) {
            call.placed(call.caller(), call.called().number(), call.called())
                    .talk(call.caller(), call.called(), () -> call.called().presses(SoftKey.PARK))
                    .takenBack(call.called(), call.third())
                    .talk(call.caller(), call.third(), call.caller()::hangsUp);
        }
    },

    /** A third picks up what rings at the called. */
    PICKUP {
        @Override
        void tell(CallScript call) {
            call.dialled(call.caller(), call.called().number())
                    .when(
                            "the called phone rings",
                            call.called()::isRinging,
                            () -> call.third().presses(SoftKey.PICK_UP))
                    .answered(call.third())
                    .talk(call.caller(), call.third(), call.caller()::hangsUp);
        }
    };

    /** Before the number of a phone: a line that forwards all its calls to it. */
    static final String FORWARDED = "91";

    /** Before the number of a phone: a pilot that hunts it first. */
    static final String HUNTED = "92";

    /** Writes down what has to come, and what is done then, in order. */
    abstract void tell(CallScript call);

    /**
     * Which call is of which plot: an hour at a desk.
     *
     * @param plots one after the other, and from the beginning again
     */
    record Mix(List<CallPlot> plots) {
        /** Nothing but plain calls. */
        static final Mix PLAIN_ONLY = new Mix(List.of(PLAIN));

        /** 70 % plain, 10 % transferred, 5 % conferences, 10 % forwarded or hunted, 5 % parked or picked up. */
        static final Mix BUSY_HOUR = spread();

        /** Forty calls, with the features evenly among them. */
        private static Mix spread() {
            var features = List.of(
                    TRANSFER,
                    FORWARD,
                    CONFERENCE,
                    HUNT,
                    TRANSFER,
                    PARK,
                    TRANSFER,
                    FORWARD,
                    CONFERENCE,
                    HUNT,
                    TRANSFER,
                    PICKUP);
            var plots = new ArrayList<CallPlot>();
            for (int call = 0, used = 0; call < 40; call++) {
                boolean feature = (call + 1) * features.size() / 40 > used;
                plots.add(feature ? features.get(used++) : PLAIN);
            }
            return new Mix(plots);
        }

        CallPlot of(long call) {
            return plots.get((int) (call % plots.size()));
        }
    }
}
