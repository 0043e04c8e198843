package org.keyline.sccp.codec.message;

/** What the server sends to a station. */
public sealed interface ServerMessage extends SccpMessage
        permits MediaCommand,
                ServerRegistration,
                ServerConfiguration,
                ServerAudio,
                ServerDisplay,
                ServerCall,
                ServerMedia,
                ServerVideo,
                ServerData,
                ServerBridge,
                StationKey.KeypadButton,
                Unknown {}
