package org.careline.lead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The revisions that were told last. Of a lead that was forgotten since a revision may be told twice, which is harmless. */
final class ToldRevisions {

    private static final int MOST = 10_000;

    private final Map<LeadId, Long> told = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LeadId, Long> eldest) {
            return size() > MOST;
        }
    };

    /** Those that are later than what was told, which they are from now on. */
    synchronized List<WrittenLead> fresh(List<WrittenLead> written) {
        return written.stream().filter(this::isFresh).toList();
    }

    private boolean isFresh(WrittenLead one) {
        Long before = told.remove(one.id());
        told.put(one.id(), before == null ? one.rev() : Math.max(before, one.rev()));
        return before == null || before < one.rev();
    }
}
