package org.careline.rehearsal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines and recordings as Twilio's REST API writes them (its OpenAPI description, api v2010). */
final class Resources {

    static final String ROOT = "/2010-04-01/Accounts/" + Clinic.ACCOUNT + "/";

    /** RFC 2822, always in UTC and with two digits for the day. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss +0000", Locale.ENGLISH);

    private Resources() {}

    static ObjectNode call(Line line) {
        Optional<Instant> started = line.origin.inbound() || line.isAnswered() ? Optional.of(line.began) : line.ended;
        ObjectNode call = RestAnswer.object()
                .put("sid", line.sid)
                .put("account_sid", Clinic.ACCOUNT)
                .put("api_version", "2010-04-01")
                .put("from", line.origin.from())
                .put("to", line.origin.to())
                .put("status", line.status.equals("initiated") ? "queued" : line.status)
                .put("direction", line.origin.direction())
                .put("date_created", date(line.began))
                .put("date_updated", date(line.ended.orElse(line.began)))
                .put("uri", ROOT + "Calls/" + line.sid + ".json");
        put(call, "parent_call_sid", line.origin.parent().map(parent -> parent.sid));
        put(call, "start_time", started.map(Resources::date));
        put(call, "end_time", line.ended.map(Resources::date));
        put(call, "duration", line.ended.map(end -> String.valueOf(line.seconds())));
        call.putObject("subresource_uris").put("recordings", ROOT + "Calls/" + line.sid + "/Recordings.json");
        return call;
    }

    static ObjectNode recording(Recording recording) {
        ObjectNode written = RestAnswer.object()
                .put("sid", recording.sid())
                .put("account_sid", Clinic.ACCOUNT)
                .put("api_version", "2010-04-01")
                .put("call_sid", recording.line().sid)
                .put("source", recording.source())
                .put("status", "completed")
                .put("channels", recording.source().equals("DialVerb") ? 2 : 1)
                .put("date_created", date(recording.began()))
                .put("date_updated", date(recording.began().plusSeconds(recording.seconds())))
                .put("start_time", date(recording.began()))
                .put("duration", String.valueOf(recording.seconds()))
                .put("media_url", recording.url().toString())
                .put("uri", ROOT + "Recordings/" + recording.sid() + ".json");
        written.putObject("subresource_uris");
        return written;
    }

    private static String date(Instant at) {
        return DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    /** What is not known yet is written all the same, as Twilio does. */
    private static void put(ObjectNode resource, String field, Optional<String> value) {
        value.ifPresentOrElse(known -> resource.put(field, known), () -> resource.putNull(field));
    }

    /**
     * A page of a list.
     *
     * @param query what follows the list's name in the address of each page, without page and size
     */
    static <T> RestAnswer page(
            String name, List<T> all, int page, int size, String query, Function<T, ObjectNode> written) {
        int start = Math.min(page * size, all.size());
        int end = Math.min(start + size, all.size());
        String list = ROOT + (name.equals("calls") ? "Calls" : "Recordings") + ".json?" + query + "PageSize=" + size;
        ObjectNode root = RestAnswer.object()
                .put("page", page)
                .put("page_size", size)
                .put("start", start)
                .put("end", Math.max(start, end - 1))
                .put("uri", list + "&Page=" + page)
                .put("first_page_uri", list + "&Page=0");
        put(
                root,
                "previous_page_uri",
                Optional.of(page - 1).filter(one -> one >= 0).map(one -> list + "&Page=" + one));
        put(
                root,
                "next_page_uri",
                Optional.of(page + 1)
                        .filter(more -> end < all.size())
                        .map(next -> list + "&Page=" + next + "&PageToken=PA" + end));
        ArrayNode items = root.putArray(name);
        all.subList(start, end).forEach(item -> items.add(written.apply(item)));
        return RestAnswer.json(200, root);
    }
}
