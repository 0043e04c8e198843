package org.keyline.node.secure;

/**
 * A step of the checklist for something this system does not have (W1 steps 11 and 13).
 *
 * @param id the step
 */
record AbsentStep(String id) implements Step {
    @Override
    public Seen look(Surroundings here) {
        return Seen.notApplicable("absent");
    }
}
