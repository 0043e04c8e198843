package org.keyline.model.device;

/**
 * How a phone takes part in features of calls.
 *
 * @param builtInBridge whether its bridge for barge is on
 * @param doNotDisturb whether its user wants peace
 * @param privacy whether its user keeps calls from others with the same line
 */
public record CallFeatures(BuiltInBridge builtInBridge, DoNotDisturb doNotDisturb, PrivacySetting privacy) {
    /** As the system has it, and calls ring. */
    public static final CallFeatures USUAL =
            new CallFeatures(BuiltInBridge.DEFAULT, DoNotDisturb.NONE, PrivacySetting.DEFAULT);

    /** The same phone, its user wanting this. */
    public CallFeatures with(DoNotDisturb wanted) {
        return new CallFeatures(builtInBridge, wanted, privacy);
    }

    /** The same phone, its user wanting this. */
    public CallFeatures with(PrivacySetting wanted) {
        return new CallFeatures(builtInBridge, doNotDisturb, wanted);
    }
}
