package org.careline.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import org.careline.rehearsal.Faults.Delivery;
import org.careline.rehearsal.Faults.Notice;
import org.careline.rehearsal.Step.Kind;

/** Tells the clinic what happened; nobody waits for its answer. */
final class Callbacks {

    private final NetworkTime networkTime;
    private final Webhooks webhooks;
    private final Map<Notice, Integer> sent = new EnumMap<>(Notice.class);
    private Faults faults = Faults.NONE;

    Callbacks(NetworkTime networkTime, Webhooks webhooks) {
        this.networkTime = networkTime;
        this.webhooks = webhooks;
    }

    void faults(Faults now) {
        faults = now;
    }

    Faults faults() {
        return faults;
    }

    /** A rung phone's progress, if it was asked for. */
    void progress(Line line, String event) {
        line.origin
                .status()
                .filter(address -> line.origin.events().contains(event))
                .ifPresent(address -> tell(line, Notice.LEG, address, numbered(line), event));
    }

    /** The end of a call that came in. */
    void end(Line line, URI address) {
        tell(line, Notice.CALL, address, numbered(line), line.status);
    }

    private Form numbered(Line line) {
        Form form = line.form()
                .with("SequenceNumber", String.valueOf(line.told++))
                .with("CallbackSource", "call-progress-events")
                .with(
                        "Timestamp",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                networkTime.now().atOffset(ZoneOffset.UTC)));
        return line.over()
                ? form.with("CallDuration", String.valueOf(line.seconds()))
                        .with("Duration", String.valueOf((line.seconds() + 59) / 60))
                : form;
    }

    void recording(Recording recording, URI address) {
        tell(recording.line(), Notice.RECORDING, address, recording.status(), "recording completed");
    }

    private void tell(Line line, Notice kind, URI address, Form form, String what) {
        Delivery delivery = faults.of(kind);
        line.step(Kind.TOLD, what + (delivery == Delivery.PROMPT ? "" : ", " + delivery.name()));
        switch (delivery) {
            case LOST -> {}
            case PROMPT -> networkTime.start(() -> send(address, form));
            case DOUBLED ->
                networkTime.start(() -> {
                    send(address, form);
                    send(address, form);
                });
            case LATE ->
                networkTime.start(() -> {
                    networkTime.await(Faults.LATENESS, () -> false);
                    send(address, form);
                });
            case OUT_OF_ORDER -> holdBack(kind, address, form);
        }
    }

    /** Every second one goes at once, and so before the one that was held back. */
    private void holdBack(Notice kind, URI address, Form form) {
        int before = sent.merge(kind, 1, Integer::sum);
        boolean held = before % 2 == 1;
        Duration longest = held ? Faults.LATENESS : Duration.ZERO;
        networkTime.start(() -> {
            networkTime.await(longest, () -> sent.getOrDefault(kind, 0) > before);
            if (held) {
                networkTime.await(Duration.ofSeconds(1), () -> false);
            }
            send(address, form);
        });
    }

    private void send(URI address, Form form) {
        Webhooks.Reply unused = webhooks.send(address, "POST", form);
    }
}
