package org.careline.rehearsal;

import java.util.List;

/** Recordings and their sound: listed, told and deleted. */
final class RecordingResource {

    private final Network network;
    private final NetworkTime networkTime;

    RecordingResource(RehearsedNetwork door) {
        this.network = door.network();
        this.networkTime = door.time();
    }

    RestAnswer answer(RestRequest asked) {
        if (!asked.method().equals("GET")) {
            return RestAnswer.notAllowed();
        }
        return networkTime.locked(() -> {
            List<Recording> all = network.recordings().stream()
                    .filter(recording -> asked.after("DateCreated", recording.began()))
                    .filter(recording -> asked.matches("CallSid", recording.line().sid))
                    .toList();
            return asked.page("recordings", all, Resources::recording);
        });
    }

    RestAnswer answer(RestRequest asked, String sid, boolean sound) {
        if (asked.method().equals("DELETE") && !sound) {
            return networkTime.locked(() -> network.erase(sid)) ? RestAnswer.gone() : RestAnswer.notFound();
        }
        if (!asked.method().equals("GET")) {
            return RestAnswer.notAllowed();
        }
        return networkTime
                .locked(() -> network.recording(sid))
                .map(recording -> sound
                        ? new RestAnswer(200, "audio/wav", WavTone.wav())
                        : RestAnswer.json(200, Resources.recording(recording)))
                .orElseGet(RestAnswer::notFound);
    }
}
