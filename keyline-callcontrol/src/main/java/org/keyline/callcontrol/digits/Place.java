package org.keyline.callcontrol.digits;

import java.util.BitSet;
import java.util.List;
import org.keyline.callcontrol.digits.DigitTrie.Entry;

/** Where digits have led to so far: a node of the trie, or a place within the numbers of a numbering plan. */
sealed interface Place<T> permits TrieNode, PlannedPlace {
    /** Adds where a key leads. */
    void follow(int key, List<Place<T>> to);

    /** The patterns that end here. */
    List<Entry<T>> entries();

    /** The partitions of longer patterns. */
    BitSet beyond();

    /** The partitions of patterns here and beyond that do not ask for the outside dial tone. */
    BitSet quiet();
}
