package org.keyline.model.device;

/**
 * How a phone takes part in features of calls.
 *
 * @param builtInBridge whether its bridge for barge is on
 * @param doNotDisturb whether its user wants peace
 * @param privacy whether its user keeps calls from others with the same line
 * @param loggedIntoHuntGroups whether hunting offers it calls to the line groups its lines are in
 */
public record CallFeatures(
        BuiltInBridge builtInBridge, DoNotDisturb doNotDisturb, PrivacySetting privacy, boolean loggedIntoHuntGroups) {
    /** As the system has it, and calls ring. */
    public static final CallFeatures USUAL =
            new CallFeatures(BuiltInBridge.DEFAULT, DoNotDisturb.NONE, PrivacySetting.DEFAULT, true);

    /** The same phone, its user wanting this. */
    public CallFeatures with(DoNotDisturb wanted) {
        return new CallFeatures(builtInBridge, wanted, privacy, loggedIntoHuntGroups);
    }

    /** The same phone, its user wanting this. */
    public CallFeatures with(PrivacySetting wanted) {
        return new CallFeatures(builtInBridge, doNotDisturb, wanted, loggedIntoHuntGroups);
    }

    /** The same phone, logged into hunt groups or out. */
    public CallFeatures loggedIntoHuntGroups(boolean now) {
        return new CallFeatures(builtInBridge, doNotDisturb, privacy, now);
    }
}
