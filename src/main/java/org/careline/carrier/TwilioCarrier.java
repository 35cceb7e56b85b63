package org.careline.carrier;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.springframework.util.function.SingletonSupplier;

/** The carrier is Twilio: its API of 2010-04-01 through its SDK. */
final class TwilioCarrier implements Carrier {

    private static final int PAGE = 1000;
    private static final int SERVER_ERROR = 500;
    private static final String MEDIA = "https://api.twilio.com/2010-04-01/Accounts/%s/Recordings/%s.mp3";
    private static final List<String> EVENTS = List.of("initiated", "ringing", "answered", "completed");

    private final String account;
    private final Supplier<TwilioRestClient> client;
    private final CallRateLimit pace;

    /** @param client asked for when it is first needed, for a first run makes its secrets when it starts */
    TwilioCarrier(String account, Supplier<TwilioRestClient> client, CallRateLimit pace) {
        this.account = account;
        this.client = SingletonSupplier.of(client);
        this.pace = pace;
    }

    @Override
    public Answer<List<PhoneCall>> callsSince(Instant begin) {
        return ask(() -> StreamSupport.stream(
                        Call.reader(account)
                                .setStartTimeAfter(begin.atZone(ZoneOffset.UTC))
                                .pageSize(PAGE)
                                .read(twilio())
                                .spliterator(),
                        false)
                .map(TwilioMapping::call)
                .toList());
    }

    @Override
    public Answer<PhoneCall> call(String sid) {
        return ask(() -> TwilioMapping.call(Call.fetcher(account, sid).fetch(twilio())));
    }

    @Override
    public Answer<List<VoiceRecording>> recordingsSince(Instant made) {
        return ask(() -> StreamSupport.stream(
                        Recording.reader(account)
                                .setDateCreatedAfter(made.atZone(ZoneOffset.UTC))
                                .pageSize(PAGE)
                                .read(twilio())
                                .spliterator(),
                        false)
                .map(TwilioMapping::recording)
                .toList());
    }

    /** The SDK has no resource for the sound itself. */
    @Override
    public Answer<byte[]> media(String recording) {
        Request request = new Request(HttpMethod.GET, MEDIA.formatted(account, recording));
        try {
            Response response = twilio().request(request);
            int status = response.getStatusCode();
            if (TwilioRestClient.SUCCESS.test(status)) {
                return new Answer.Done<>(response.getStream().readAllBytes());
            }
            return status < SERVER_ERROR ? new Answer.Refused<>(status) : new Answer.Unknown<>();
        } catch (TwilioException | IOException | UncheckedIOException brokenOff) {
            return new Answer.Unknown<>();
        }
    }

    @Override
    public Answer<String> delete(String recording) {
        return ask(() -> {
            Recording.deleter(account, recording).delete(twilio());
            return recording;
        });
    }

    @Override
    public Answer<List<NumberSetup>> numbers() {
        return ask(() -> StreamSupport.stream(
                        IncomingPhoneNumber.reader(account)
                                .pageSize(PAGE)
                                .read(twilio())
                                .spliterator(),
                        false)
                .map(TwilioMapping::number)
                .toList());
    }

    @Override
    public Answer<NumberSetup> setUp(NumberSetup wanted) {
        IncomingPhoneNumberUpdater update = IncomingPhoneNumber.updater(account, wanted.sid())
                .setVoiceUrl(wanted.voice().url())
                .setVoiceMethod(HttpMethod.forValue(wanted.voice().method()))
                .setStatusCallback(wanted.status().url())
                .setStatusCallbackMethod(HttpMethod.forValue(wanted.status().method()));
        if (!wanted.fallbackUrl().isEmpty()) {
            update.setVoiceFallbackUrl(wanted.fallbackUrl());
        }
        return ask(() -> TwilioMapping.number(update.update(twilio())));
    }

    @Override
    public Answer<String> place(Leg leg) {
        Duration wait = pace.take();
        if (!wait.isZero()) {
            return new Answer.TooSoon<>(wait);
        }
        return ask(() -> Call.creator(account, new PhoneNumber(leg.to()), new PhoneNumber(leg.from()), leg.answered())
                .setStatusCallback(leg.status())
                .setStatusCallbackEvent(EVENTS)
                .setTimeout(Math.toIntExact(leg.ring().toSeconds()))
                .create(twilio())
                .getSid());
    }

    @Override
    public Answer<PhoneCall> end(String sid) {
        return ask(() -> TwilioMapping.call(Call.updater(account, sid)
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(twilio())));
    }

    private TwilioRestClient twilio() {
        return client.get();
    }

    private static <T> Answer<T> ask(Supplier<T> request) {
        try {
            return new Answer.Done<>(request.get());
        } catch (ApiException told) {
            return told(told);
        } catch (TwilioException noAnswer) {
            return new Answer.Unknown<>();
        }
    }

    /** Only a status below 500 says that nothing was done; an answer that the SDK cannot read has none. */
    private static <T> Answer<T> told(ApiException answer) {
        Integer status = answer.getStatusCode();
        if (status == null || status >= SERVER_ERROR) {
            return new Answer.Unknown<>();
        }
        Integer code = answer.getCode();
        return new Answer.Refused<>(code == null ? status : code);
    }
}
