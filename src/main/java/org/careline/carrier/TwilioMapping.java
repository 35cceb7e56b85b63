package org.careline.carrier;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Recording;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.careline.carrier.NumberSetup.Hook;
import org.jspecify.annotations.Nullable;

/** Twilio's resources in our words. The SDK gives null for whatever a resource does not say. */
final class TwilioMapping {

    private TwilioMapping() {}

    static PhoneCall call(Call call) {
        return new PhoneCall(
                call.getSid(),
                call.getParentCallSid(),
                text(call.getDirection()),
                text(call.getFrom()),
                text(call.getTo()),
                text(call.getStatus()),
                first(call.getStartTime(), call.getDateCreated()),
                instant(call.getEndTime()),
                call.getDuration());
    }

    static VoiceRecording recording(Recording recording) {
        return new VoiceRecording(
                recording.getSid(),
                text(recording.getCallSid()),
                text(recording.getSource()),
                text(recording.getStatus()),
                first(recording.getStartTime(), recording.getDateCreated()),
                text(recording.getDuration()),
                text(recording.getMediaUrl()));
    }

    static NumberSetup number(IncomingPhoneNumber number) {
        return new NumberSetup(
                number.getSid(),
                text(number.getPhoneNumber()),
                hook(number.getVoiceUrl(), number.getVoiceMethod()),
                text(number.getVoiceFallbackUrl()),
                hook(number.getStatusCallback(), number.getStatusCallbackMethod()),
                text(number.getTrunkSid()),
                text(number.getVoiceApplicationSid()));
    }

    private static Hook hook(@Nullable URI url, @Nullable HttpMethod method) {
        return new Hook(text(url), text(method));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static @Nullable Instant instant(@Nullable ZonedDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** A call that was not dialled yet has no start; nothing is without a date of its making. */
    private static Instant first(@Nullable ZonedDateTime... times) {
        return Stream.of(times)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ZonedDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }
}
