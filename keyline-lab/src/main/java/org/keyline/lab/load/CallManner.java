package org.keyline.lab.load;

/**
 * How calls are made.
 *
 * @param enBloc the number in one message, else digit by digit after dial tone
 * @param encrypted whether media keys must be given
 * @param talkMillis from media in both directions to hanging up
 */
record CallManner(boolean enBloc, boolean encrypted, long talkMillis) {}
