package org.careline.readback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.carrier.NumberSetup;
import org.careline.carrier.NumberSetup.Hook;
import org.careline.readback.DriftReport.Drift;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;

/**
 * What the carrier must do when the clinic's numbers are called. Pure.
 *
 * @param base scheme, host and port under which the carrier reaches us; empty if that is not set
 * @param fallbackUrl the document on another host; empty if there is none
 */
record ExpectedSetup(ClinicNumbers numbers, String base, String fallbackUrl) {

    /** Twilio's connection overrides: the fallback is reached while the caller is still there (telephony.md). */
    private static final String VOICE = "/twilio/voice/inbound#ct=2000&rt=6000&rc=1&rp=ct,5xx";

    /** A callback nobody waits for may be tried as often as Twilio does. */
    private static final String STATUS = "/twilio/voice/status#rc=5&rp=all";

    private static final String POST = "POST";
    private static final String HTTPS = "https://";
    private static final String EVERY_NUMBER = "every number";

    /** Everything in which the account's numbers differ from what they must be. */
    List<Drift> drifts(List<NumberSetup> account) {
        if (base.isEmpty()) {
            return List.of(new Drift(
                    EVERY_NUMBER,
                    "our own address",
                    "",
                    "careline.public-base-url, without which the carrier cannot be told where to ask"));
        }
        Map<String, NumberSetup> there = account.stream()
                .collect(Collectors.toMap(NumberSetup::number, Function.identity(), (first, again) -> first));
        Stream<Drift> ours = numbers.numbers().stream().flatMap(number -> drifts(number, there).stream());
        Stream<Drift> others = account.stream().filter(this::strayed).map(this::stray);
        return Stream.concat(ours, others).toList();
    }

    private List<Drift> drifts(ClinicNumber number, Map<String, NumberSetup> there) {
        NumberSetup found = there.get(number.number());
        if (found == null) {
            return List.of(new Drift(number.number(), "the number", "", "it at this account, or not in numbers.yaml"));
        }
        NumberSetup wanted = wanted(found);
        return Stream.of(
                        differing(
                                found,
                                "voice URL",
                                found.voice().url(),
                                wanted.voice().url()),
                        differing(found, "voice method", found.voice().method(), POST),
                        differing(
                                found,
                                "status callback",
                                found.status().url(),
                                wanted.status().url()),
                        differing(
                                found, "status callback method", found.status().method(), POST),
                        fallback(found),
                        overridden(found, "trunk", found.trunk()),
                        overridden(found, "voice application", found.application()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same number with its addresses as they must be. */
    NumberSetup wanted(NumberSetup found) {
        return new NumberSetup(
                found.sid(),
                found.number(),
                new Hook(base + VOICE, POST),
                fallbackUrl.startsWith(HTTPS) ? fallbackUrl : found.fallbackUrl(),
                new Hook(base + STATUS, POST),
                found.trunk(),
                found.application());
    }

    private static Optional<Drift> differing(NumberSetup number, String what, String found, String expected) {
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(new Drift(number.number(), what, found, expected));
    }

    /**
     * Without the setting any document of another host will do, for ours does not answer when it is needed. Only https: on the
     * way to plain http anybody could tell callers whom to talk to, and Twilio's own bins have no other any more.
     */
    private Optional<Drift> fallback(NumberSetup found) {
        String url = found.fallbackUrl();
        boolean there = fallbackUrl.isEmpty() ? !url.isEmpty() && !url.startsWith(base) : url.equals(fallbackUrl);
        boolean sound = there && url.startsWith(HTTPS);
        String expected = fallbackUrl.startsWith(HTTPS)
                ? fallbackUrl
                : "a document on another host behind https, as careline.twilio.fallback-url (go-live.md)";
        return sound ? Optional.empty() : Optional.of(new Drift(found.number(), "fallback URL", url, expected));
    }

    private static Optional<Drift> overridden(NumberSetup number, String what, String found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drift(number.number(), what, found, "none, for it counts instead of the voice URL"));
    }

    private boolean strayed(NumberSetup found) {
        boolean asksUs = found.voice().url().startsWith(base + "/");
        return asksUs && numbers.dialled(found.number()).isEmpty();
    }

    private Drift stray(NumberSetup found) {
        return new Drift(found.number(), "voice URL", found.voice().url(), "another, or the number in numbers.yaml");
    }
}
