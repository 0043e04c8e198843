package org.keyline.lab.load;

import java.util.function.BooleanSupplier;

/**
 * One stage of a call.
 *
 * @param awaited what has to come, in words for whoever reads why a call failed
 * @param come whether it has
 * @param then what is done
 * @param restMillis how long people talk before that
 */
record CallStage(String awaited, BooleanSupplier come, Runnable then, long restMillis) {}
