package org.keyline.sccp.codec.message;

/** What a station sends to the server. */
public sealed interface StationMessage extends SccpMessage
        permits StationRegistration,
                StationRequest,
                StationCapabilities,
                StationKey,
                StationMedia,
                StationData,
                StationBridge,
                MediaCommand,
                Unknown {}
