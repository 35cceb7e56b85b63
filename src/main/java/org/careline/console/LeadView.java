package org.careline.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careline.consent.ContactWindows;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadWithHistory;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;

/**
 * A lead with everything that is known of it.
 *
 * @param title what the browser's tab says: initials, for a title is kept by browsers and seen by passers-by
 * @param lastCall what the last call was for which somebody is owed one, in a few words; empty if there is none
 * @param claimable whether it can be claimed: open and without an owner
 * @param closed why it was closed; empty while it is open
 */
record LeadView(
        String id,
        long rev,
        String name,
        String title,
        String language,
        String stage,
        Due due,
        String lastCall,
        String owner,
        boolean mine,
        String unowned,
        boolean claimable,
        String closed,
        List<ContactView> contacts,
        MayCall mayCall,
        List<RelatedView> related,
        List<SaidView> said,
        List<RecordingView> recordings,
        List<TimelineEntry> timeline,
        List<ReasonView> reasons) {

    static LeadView of(
            LeadWithHistory file,
            LeadBook book,
            ContactWindows windows,
            List<RecordingView> recordings,
            Actor.Person me,
            Due.Shown shown) {
        Lead lead = file.lead();
        Function<CoordinatorId, String> names = shown.names();
        return new LeadView(
                lead.id().value(),
                lead.rev(),
                Who.name(lead.person()),
                Who.initials(lead.person()),
                Labels.exception(lead.person().language()),
                Labels.of(lead.stage()),
                Due.of(lead, shown),
                LastCalls.of(lead, file.touches(), names),
                lead.ownership().coordinator().map(names).orElse(""),
                me.coordinator().equals(lead.owner()),
                Optional.ofNullable(lead.ownership().reason()).map(Labels::of).orElse(""),
                lead.open() && lead.ownership().coordinator().isEmpty(),
                closed(lead),
                ContactView.of(lead.person()),
                MayCall.of(lead, windows, shown),
                RelatedView.of(lead.related(), book, me),
                SaidView.of(file),
                recordings,
                TimelineEntry.of(file, shown),
                ReasonView.of(file, shown));
    }

    private static String closed(Lead lead) {
        return Optional.ofNullable(lead.closing())
                .map(closing -> Labels.plain(closing.reason().name()))
                .orElse("");
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "LeadView[" + id + "]";
    }
}
