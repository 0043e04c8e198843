package org.keyline.config.store;

import java.util.Map;
import java.util.Set;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Value;

/** One change to one object. */
public sealed interface Edit {
    ObjectKind kind();

    /** Adds an object that is not there yet; fields not given get their defaults. */
    record Create(ObjectKind kind, Map<String, Value> values) implements Edit {
        /** Shows no values, which may be secret. */
        @Override
        public String toString() {
            return "Create[" + kind + " " + kind.keyOf(values) + "]";
        }
    }

    /** Sets all of an existing object; fields not given get their defaults. Another key renames it. */
    record Replace(ObjectKind kind, String key, Map<String, Value> values) implements Edit {
        /** Shows no values, which may be secret. */
        @Override
        public String toString() {
            return "Replace[" + kind + " " + key + "]";
        }
    }

    /**
     * Sets some fields of an existing object.
     *
     * @param values what to set
     * @param cleared fields to set back to their default or to nothing
     */
    record Change(ObjectKind kind, String key, Map<String, Value> values, Set<String> cleared) implements Edit {
        /** Shows no values, which may be secret. */
        @Override
        public String toString() {
            return "Change[" + kind + " " + key + "]";
        }
    }

    /**
     * Adds the object or, where its key exists, sets these fields.
     *
     * @param keepOthers whether an existing object keeps the fields that are neither given nor cleared
     */
    record Put(ObjectKind kind, Map<String, Value> values, Set<String> cleared, boolean keepOthers) implements Edit {
        /** Shows no values, which may be secret. */
        @Override
        public String toString() {
            return "Put[" + kind + " " + kind.keyOf(values) + "]";
        }
    }

    /** Removes an object that nothing uses. */
    record Remove(ObjectKind kind, String key) implements Edit {}
}
