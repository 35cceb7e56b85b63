package org.careline.inbox;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.springframework.stereotype.Component;

/**
 * The side of the inbox that is in the store: puts messages and facts there, many in one go, and tells what became of
 * each. Everything here may be done again.
 */
@Component
final class StoredInbox {

    /** What became of a message. */
    enum Placed {
        STORED,
        /** The same message was there. */
        REPEATED,
        /** Another message is there under this key. */
        OTHER_CONTENT,
        /** Not known, or somebody else was writing: try again. */
        UNKNOWN
    }

    private final InquiryStore inquiries;
    private final Receipts receipts;
    private final Clock clock;

    StoredInbox(InquiryStore inquiries, Receipts receipts, Clock clock) {
        this.inquiries = inquiries;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Inserts messages.
     *
     * @param arrived messages of which no two have the same id
     */
    Map<SourceId, Placed> place(Collection<StoredInquiry> arrived) {
        Set<SourceId> held = inquiries.write(arrived);
        Map<SourceId, Placed> placed = new HashMap<>();
        held.forEach(id -> placed.put(id, Placed.STORED));
        List<StoredInquiry> met =
                arrived.stream().filter(message -> !held.contains(message.id())).toList();
        placed.putAll(met.isEmpty() ? Map.of() : compared(met));
        return placed;
    }

    private Map<SourceId, Placed> compared(List<StoredInquiry> met) {
        Map<SourceId, StoredInquiry> there =
                inquiries.find(met.stream().map(StoredInquiry::id).toList());
        List<StoredInquiry> richer = met.stream()
                .flatMap(message -> Stream.ofNullable(there.get(message.id()))
                        .map(known -> with(known, message))
                        .filter(known -> !known.equals(there.get(message.id()))))
                .toList();
        Set<SourceId> written = richer.isEmpty() ? Set.of() : inquiries.write(richer);
        Set<SourceId> late = richer.stream()
                .map(StoredInquiry::id)
                .filter(id -> !written.contains(id))
                .collect(toSet());
        return met.stream().collect(toMap(StoredInquiry::id, message -> {
            StoredInquiry known = there.get(message.id());
            if (known == null || late.contains(message.id())) {
                return Placed.UNKNOWN;
            }
            if (known.inquiry().isEmpty()) {
                return Placed.STORED;
            }
            return same(known, message) ? Placed.REPEATED : Placed.OTHER_CONTENT;
        }));
    }

    /** The stored one with what the message brings: itself, if only facts were there, and its own facts. */
    private StoredInquiry with(StoredInquiry known, StoredInquiry message) {
        if (known.inquiry().isEmpty()) {
            return known.filledIn(message);
        }
        return same(known, message) ? known.learning(message.facts(), clock.instant()) : known;
    }

    private static boolean same(StoredInquiry known, StoredInquiry message) {
        return known.arrival().sameAs(message.arrival());
    }

    /**
     * Adds facts, to messages that are there or before them.
     *
     * @return the messages of which all these facts are known to be stored now
     */
    Set<SourceId> learn(Map<SourceId, List<Fact>> facts) {
        Map<SourceId, StoredInquiry> there = inquiries.find(facts.keySet());
        List<StoredInquiry> changed = new ArrayList<>();
        Set<SourceId> known = new HashSet<>();
        facts.forEach((id, learnt) -> {
            StoredInquiry before = there.getOrDefault(id, StoredInquiry.early(id, receipts.of(id)));
            StoredInquiry after = before.learning(learnt, clock.instant());
            if (after.equals(before)) {
                known.add(id);
            } else {
                changed.add(after);
            }
        });
        known.addAll(changed.isEmpty() ? Set.of() : inquiries.write(changed));
        return known;
    }
}
