package org.careline.inbox;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careline.lead.SourceId;
import org.springframework.stereotype.Component;

/** Calls among the inbox documents. */
@Component
record StoredKnownCalls(InquiryStore inquiries) implements KnownCalls {

    private static final int AT_ONCE = 500;

    @Override
    public Map<SourceId, KnownCall> find(Collection<SourceId> calls) {
        List<SourceId> all = new ArrayList<>(calls);
        Map<SourceId, KnownCall> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<SourceId> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            found.putAll(
                    inquiries.find(some).values().stream().collect(toMap(StoredInquiry::id, StoredKnownCalls::known)));
        }
        return found;
    }

    private static KnownCall known(StoredInquiry stored) {
        return new KnownCall(stored.inquiry().isPresent(), stored.facts());
    }
}
