package org.keyline.capf.session;

import io.netty.channel.Channel;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.keyline.model.device.DeviceName;

/** One session for each device: a phone that comes again has lost the former connection. */
final class ActiveSessions {
    private final ConcurrentMap<DeviceName, Channel> byDevice = new ConcurrentHashMap<>();

    /** From now on {@code channel} is the device's session; a former one is closed. */
    void enter(DeviceName device, Channel channel) {
        var former = byDevice.put(device, channel);
        if (former != null && !former.equals(channel)) {
            var _ = former.close();
        }
        var _ = channel.closeFuture().addListener(_ -> byDevice.remove(device, channel));
    }
}
