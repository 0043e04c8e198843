package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.NotifyPriority;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Server to station: prompts and notifications. */
public sealed interface ServerDisplay extends ServerMessage {
    /**
     * Text for the display of 12 SP, 30 SP+ and 7910.
     *
     * @param text at most 31 bytes
     */
    record DisplayTextMessage(DisplayText text) implements ServerDisplay {
        static DisplayTextMessage read(SccpReader in) {
            return new DisplayTextMessage(DisplayText.of(in.text(32)));
        }

        @Override
        public void write(SccpWriter out) {
            out.text(32, text.value());
        }
    }

    /** Clears the display of those. Java phones take it for an error and close the connection. */
    record ClearDisplay() implements ServerDisplay {
        static ClearDisplay read(SccpReader in) {
            return new ClearDisplay();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * The prompt of a call, or with zeros the idle prompt.
     *
     * @param timeOut seconds, 0 to stay
     * @param prompt at most 31 bytes
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record DisplayPromptStatus(int timeOut, DisplayText prompt, int lineInstance, int callReference)
            implements ServerDisplay {
        static DisplayPromptStatus read(SccpReader in) {
            return new DisplayPromptStatus(in.u32("timeOut"), DisplayText.of(in.text(32)), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(timeOut).text(32, prompt.value()).u32(lineInstance).u32(callReference);
        }
    }

    /**
     * The prompt of a call goes.
     *
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     */
    record ClearPromptStatus(int lineInstance, int callReference) implements ServerDisplay {
        static ClearPromptStatus read(SccpReader in) {
            return new ClearPromptStatus(in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(lineInstance).u32(callReference);
        }
    }

    /**
     * A notification over the whole device.
     *
     * @param timeOut seconds, 0 to stay
     * @param text at most 31 bytes
     */
    record DisplayNotify(int timeOut, DisplayText text) implements ServerDisplay {
        static DisplayNotify read(SccpReader in) {
            return new DisplayNotify(in.u32("timeOut"), DisplayText.of(in.text(32)));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(timeOut).text(32, text.value());
        }
    }

    /** The notification goes. */
    record ClearNotify() implements ServerDisplay {
        static ClearNotify read(SccpReader in) {
            return new ClearNotify();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * A notification that hides those of lower priority.
     *
     * @param timeOut seconds, 0 to stay
     * @param priority which hides which
     * @param text at most 31 bytes
     */
    record DisplayPriNotify(int timeOut, NotifyPriority priority, DisplayText text) implements ServerDisplay {
        static DisplayPriNotify read(SccpReader in) {
            return new DisplayPriNotify(in.u32("timeOut"), NotifyPriority.of(in.u32()), DisplayText.of(in.text(32)));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(timeOut).u32(priority.number()).text(32, text.value());
        }
    }

    /**
     * The notification of this priority goes.
     *
     * @param priority which one
     */
    record ClearPriNotify(NotifyPriority priority) implements ServerDisplay {
        static ClearPriNotify read(SccpReader in) {
            return new ClearPriNotify(NotifyPriority.of(in.u32("priority")));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(priority.number());
        }
    }

    /**
     * DisplayNotify for phones with dynamic messages.
     *
     * @param timeOut seconds, 0 to stay
     * @param text at most 96 bytes
     */
    record DisplayDynamicNotify(int timeOut, DisplayText text) implements ServerDisplay {
        static DisplayDynamicNotify read(SccpReader in) {
            return new DisplayDynamicNotify(in.u32("timeOut"), DisplayText.of(in.cString()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(timeOut).cString(96, text.value());
        }
    }

    /**
     * DisplayPriNotify for phones with dynamic messages.
     *
     * @param timeOut seconds, 0 to stay
     * @param priority which hides which
     * @param text at most 96 bytes
     */
    record DisplayDynamicPriNotify(int timeOut, NotifyPriority priority, DisplayText text) implements ServerDisplay {
        static DisplayDynamicPriNotify read(SccpReader in) {
            return new DisplayDynamicPriNotify(
                    in.u32("timeOut"), NotifyPriority.of(in.u32()), DisplayText.of(in.cString()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(timeOut).u32(priority.number()).cString(96, text.value());
        }
    }

    /**
     * DisplayPromptStatus for phones with dynamic messages; the order of fields differs.
     *
     * @param timeOut seconds, 0 to stay
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     * @param prompt at most 96 bytes
     */
    record DisplayDynamicPromptStatus(int timeOut, int lineInstance, int callReference, DisplayText prompt)
            implements ServerDisplay {
        static DisplayDynamicPromptStatus read(SccpReader in) {
            return new DisplayDynamicPromptStatus(in.u32("timeOut"), in.u32(), in.u32(), DisplayText.of(in.cString()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(timeOut).u32(lineInstance).u32(callReference).cString(96, prompt.value());
        }
    }
}
