package org.keyline.model.device;

/**
 * How a phone takes part in features of calls.
 *
 * @param builtInBridge whether its bridge for barge is on
 * @param doNotDisturb whether its user wants peace
 */
public record CallFeatures(BuiltInBridge builtInBridge, DoNotDisturb doNotDisturb) {
    /** As the system has it, and calls ring. */
    public static final CallFeatures USUAL = new CallFeatures(BuiltInBridge.DEFAULT, DoNotDisturb.NONE);

    /** The same phone, its user wanting this. */
    public CallFeatures with(DoNotDisturb wanted) {
        return new CallFeatures(builtInBridge, wanted);
    }
}
