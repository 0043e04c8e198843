package org.keyline.sccp.session;

import java.util.function.Supplier;
import org.keyline.sccp.station.ConfigurationAnswers;
import org.keyline.serviceability.posture.DeviceSightings;

/**
 * What all sessions of a service share.
 *
 * @param registrar decides who may register
 * @param answers knows the phones' configuration
 * @param reports tells the operator
 * @param sightings notes how a phone's connection is secured
 * @param trace takes every message
 * @param tokens limits how many phones fail back at once
 * @param keepAlive how often phones that register now say that they are there
 */
public record SessionContext(
        Registrar registrar,
        ConfigurationAnswers answers,
        Reports reports,
        DeviceSightings sightings,
        MessageTrace trace,
        TokenGate tokens,
        Supplier<KeepAlive> keepAlive) {}
