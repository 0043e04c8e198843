package org.keyline.model.schema;

import static org.keyline.model.schema.Field.field;
import static org.keyline.model.schema.Field.key;
import static org.keyline.model.schema.Permission.OPERATOR;
import static org.keyline.model.schema.TextTypes.DESCRIPTION;
import static org.keyline.model.schema.TextTypes.NAME;

import java.util.Set;
import org.keyline.model.schema.FieldType.Reference;
import org.keyline.model.schema.FieldType.References;
import org.keyline.model.schema.FieldType.Switch;
import org.keyline.model.schema.FieldType.Text;
import org.keyline.model.schema.FieldType.Whole;
import org.keyline.model.server.Location;

/** The kinds of objects that decide what media calls have. */
final class MediaKinds {
    private MediaKinds() {}

    /** Places with so much bandwidth between them and the rest; Hub_None is always there. */
    static final ObjectKind LOCATION = ObjectKind.many(
                    "location",
                    "locations",
                    "locations",
                    key("name", NAME),
                    field("audioBandwidth", new Whole(0, 2_147_483_647)).byDefault("0"))
            .withStandard(Set.of(Location.HUB_NONE));

    /** Music for those who are held. */
    static final ObjectKind AUDIO_SOURCE = ObjectKind.many(
            "audioSource",
            "audioSources",
            "audio_sources",
            key("name", NAME),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("file", Text.of(1, 100, "[^/\\\\\\p{Cntrl}]+", "problem.musicFile")),
            field("streamPort", new Whole(1, 65_535)),
            field("allowMulticasting", new Switch()).byDefault("false"),
            field("streamNumber", new Whole(1, 51)));

    /** Media resources that stand in for each other, by their device names with spaces between them. */
    static final ObjectKind MEDIA_RESOURCE_GROUP = ObjectKind.many(
            "mediaResourceGroup",
            "mediaResourceGroups",
            "media_resource_groups",
            key("name", NAME),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("resources", Text.of(1, 640, "[A-Za-z0-9_.-]{1,15}( [A-Za-z0-9_.-]{1,15})*", "problem.resources"))
                    .mandatory(),
            field("multicast", new Switch()).byDefault("false"));

    /** Where devices look for media resources, and in which order. */
    static final ObjectKind MEDIA_RESOURCE_GROUP_LIST = ObjectKind.many(
            "mediaResourceGroupList",
            "mediaResourceGroupLists",
            "media_resource_group_lists",
            key("name", NAME),
            field("description", DESCRIPTION).byDefault("").changedBy(OPERATOR),
            field("groups", new References("mediaResourceGroup", 20)).mandatory());

    static Field userHold() {
        return field("userHoldSource", new Reference("audioSource"));
    }

    static Field networkHold() {
        return field("networkHoldSource", new Reference("audioSource"));
    }
}
