package org.careline.rehearsal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        Line parent = line.origin.parent();
        Instant started = line.origin.inbound() || line.answered != null ? line.began : line.ended;
        ObjectNode call = RestAnswer.object()
                .put("sid", line.sid)
                .put("account_sid", Clinic.ACCOUNT)
                .put("api_version", "2010-04-01")
                .put("parent_call_sid", parent == null ? null : parent.sid)
                .put("from", line.origin.from())
                .put("to", line.origin.to())
                .put("status", line.status.equals("initiated") ? "queued" : line.status)
                .put("direction", line.origin.direction())
                .put("date_created", date(line.began))
                .put("date_updated", date(line.ended == null ? line.began : line.ended))
                .put("start_time", date(started))
                .put("end_time", date(line.ended))
                .put("duration", line.ended == null ? null : String.valueOf(line.seconds()))
                .put("uri", ROOT + "Calls/" + line.sid + ".json");
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

    private static @Nullable String date(@Nullable Instant at) {
        return at == null ? null : DATE.format(at.atOffset(ZoneOffset.UTC));
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
                .put("first_page_uri", list + "&Page=0")
                .put("previous_page_uri", page == 0 ? null : list + "&Page=" + (page - 1))
                .put("next_page_uri", end < all.size() ? list + "&Page=" + (page + 1) + "&PageToken=PA" + end : null);
        ArrayNode items = root.putArray(name);
        all.subList(start, end).forEach(item -> items.add(written.apply(item)));
        return RestAnswer.json(200, root);
    }
}
