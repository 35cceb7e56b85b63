package org.careline.console;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.careline.draft.Drafts;
import org.careline.draft.Drafts.Kept;
import org.careline.draft.Typed;
import org.careline.lead.LeadId;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is typed on leads' pages, while it is not saved. */
@Component
class WorkDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(WorkDrafts.class);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Drafts drafts;
    private final OpeningHours hours;
    private final Clock clock;

    WorkDrafts(Drafts drafts, OpeningHours hours, Clock clock) {
        this.drafts = drafts;
        this.hours = hours;
        this.clock = clock;
    }

    /** What a page shows of what somebody typed with a lead, or with one that was merged into it. */
    SheetView shown(CoordinatorId who, Collection<LeadId> leads) {
        return SheetView.of(drafts.of(who, leads), this::time);
    }

    /** The same for a page that was sent and could not be saved: it has what was sent. */
    SheetView shown(CoordinatorId who, Collection<LeadId> leads, Sheet sent, Map<String, String> typed) {
        return SheetView.of(sent, typed, drafts.of(who, leads), this::time);
    }

    /** Keeps what a page holds; what it took over from other pages ends. */
    Kept keep(CoordinatorId who, LeadId lead, Sheet sheet, Map<String, String> fields) {
        Kept kept =
                drafts.keep(who, lead, new Typed(sheet.page(), sheet.step(), fields, insteadOf(sheet.instead(), lead)));
        if (kept.taken()) {
            sheet.instead().stream()
                    .map(Sheet.Other::lead)
                    .filter(other -> !other.equals(lead))
                    .distinct()
                    .forEach(other -> drafts.keep(
                            who,
                            other,
                            new Typed(sheet.page(), sheet.step(), Map.of(), insteadOf(sheet.instead(), other))));
        }
        return kept;
    }

    /**
     * What was typed is saved, but for the rest. While the store does not answer it stays a draft: what was saved can be saved
     * again without being there twice, for it has its id already.
     */
    void saved(CoordinatorId who, LeadId lead, WorkForm form, Map<String, String> rest) {
        try {
            Sheet sheet = form.sheet();
            keep(who, lead, new Sheet(sheet.page(), sheet.step() + 1, sheet.instead()), rest);
        } catch (StoreUnavailable away) {
            LOG.debug("A draft stays although it was saved");
        }
    }

    /** By the clinic's clock. */
    String time(Instant at) {
        return SECOND.format(at.atZone(hours.zone()));
    }

    String now() {
        return time(clock.instant());
    }

    private static Map<String, Long> insteadOf(List<Sheet.Other> all, LeadId lead) {
        return all.stream()
                .filter(one -> one.lead().equals(lead))
                .collect(Collectors.toMap(Sheet.Other::page, Sheet.Other::step, Math::max));
    }
}
