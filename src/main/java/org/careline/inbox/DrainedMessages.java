package org.careline.inbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.inbox.StoredInbox.Placed;
import org.careline.lead.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts messages that were acknowledged before into the store, also those whose key another message has. */
final class DrainedMessages {

    private static final Logger LOG = LoggerFactory.getLogger(DrainedMessages.class);

    private final StoredInbox store;
    private final Receipts receipts;
    private final DangerNotice danger;

    DrainedMessages(StoredInbox store, Receipts receipts, DangerNotice danger) {
        this.store = store;
        this.receipts = receipts;
        this.danger = danger;
    }

    /** Those that are in the store now. */
    Set<SourceId> safe(List<StoredInquiry> arrived) {
        Map<SourceId, Placed> placed = store.place(arrived);
        Set<SourceId> safe = new HashSet<>();
        Map<SourceId, StoredInquiry> variants = new LinkedHashMap<>();
        for (StoredInquiry message : arrived) {
            switch (placed.getOrDefault(message.id(), Placed.UNKNOWN)) {
                case STORED, REPEATED -> safe.add(message.id());
                case OTHER_CONTENT -> variants.put(message.id(), variant(message));
                case UNKNOWN -> {}
            }
        }
        safe.addAll(kept(variants));
        return safe;
    }

    /** Of somebody who may be in danger it is decided at once; any other waits for a look. */
    private StoredInquiry variant(StoredInquiry message) {
        return danger.tells(message) ? message.asVariantInDanger(receipts) : message.asVariant(receipts);
    }

    /** Another message under a used key was acknowledged while the store was away: both are kept. */
    private Set<SourceId> kept(Map<SourceId, StoredInquiry> variants) {
        if (variants.isEmpty()) {
            return Set.of();
        }
        Map<SourceId, Placed> placed = store.place(variants.values());
        Set<SourceId> kept = new HashSet<>();
        variants.forEach((key, variant) -> {
            if (placed.getOrDefault(variant.id(), Placed.UNKNOWN) != Placed.UNKNOWN) {
                kept.add(key);
            }
        });
        LOG.warn("{} inquiries came under a key that was used before; they are kept beside the others", kept.size());
        return kept;
    }
}
