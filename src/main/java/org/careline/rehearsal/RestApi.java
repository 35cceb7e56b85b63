package org.careline.rehearsal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.rehearsal.Faults.Rest;

/** What Twilio's REST API answers about calls and recordings. */
final class RestApi {

    private static final Pattern RESOURCE = Pattern.compile(
            "/2010-04-01/Accounts/(AC[0-9a-f]{32})/(Calls|Recordings)(?:/((?:CA|RE)[0-9a-f]{32}))?(\\.json|\\.mp3|\\.wav|)");

    private final RehearsedNetwork door;
    private final CallResource calls;
    private final RecordingResource recordings;

    RestApi(RehearsedNetwork door) {
        this.door = door;
        this.calls = new CallResource(door);
        this.recordings = new RecordingResource(door);
    }

    RestAnswer answer(RestRequest asked) {
        Rest state = door.time().locked(() -> door.network().callbacks.faults().rest());
        if (state == Rest.DOWN) {
            return RestAnswer.unavailable();
        }
        Matcher resource = RESOURCE.matcher(asked.path());
        if (!resource.matches() || !resource.group(1).equals(Clinic.ACCOUNT)) {
            return RestAnswer.notFound();
        }
        String sid = resource.group(3);
        if (resource.group(2).equals("Calls")) {
            return sid == null ? calls.answer(asked, state) : calls.answer(asked, sid);
        }
        return sid == null
                ? recordings.answer(asked)
                : recordings.answer(asked, sid, !resource.group(4).equals(".json"));
    }
}
