package org.careline.rehearsal;

import java.util.List;

/** Recordings and their sound: listed, told and deleted. */
final class RecordingResource {

    private final Network network;
    private final Exchange exchange;

    RecordingResource(RehearsedNetwork door) {
        this.network = door.network();
        this.exchange = door.exchange();
    }

    RestAnswer answer(RestRequest asked) {
        if (!asked.method().equals("GET")) {
            return RestAnswer.notAllowed();
        }
        return exchange.locked(() -> {
            List<Tape> all = network.tapes().stream()
                    .filter(tape -> asked.after("DateCreated", tape.began()))
                    .filter(tape -> asked.matches("CallSid", tape.line().sid))
                    .toList();
            return asked.page("recordings", all, Resources::recording);
        });
    }

    RestAnswer answer(RestRequest asked, String sid, boolean sound) {
        if (asked.method().equals("DELETE") && !sound) {
            return exchange.locked(() -> network.erase(sid)) ? RestAnswer.gone() : RestAnswer.notFound();
        }
        if (!asked.method().equals("GET")) {
            return RestAnswer.notAllowed();
        }
        return exchange.locked(() -> network.tape(sid))
                .map(tape -> sound
                        ? new RestAnswer(200, "audio/wav", Tone.wav())
                        : RestAnswer.json(200, Resources.recording(tape)))
                .orElseGet(RestAnswer::notFound);
    }
}
