package org.careline.console;

import java.util.List;
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
record LeadShown(
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
        List<ContactShown> contacts,
        MayCall mayCall,
        List<RelatedShown> related,
        List<SaidShown> said,
        List<RecordingShown> recordings,
        List<TimelineEntry> timeline,
        List<ReasonShown> reasons) {

    static LeadShown of(
            LeadWithHistory file,
            LeadBook book,
            ContactWindows windows,
            List<RecordingShown> recordings,
            Actor.Person me,
            Due.Shown shown) {
        Lead lead = file.lead();
        Function<CoordinatorId, String> names = shown.names();
        return new LeadShown(
                lead.id().value(),
                lead.rev(),
                Who.name(lead.person()),
                Who.initials(lead.person()),
                InWords.exception(lead.person().language()),
                InWords.of(lead.stage()),
                Due.of(lead, shown),
                LastCalls.of(lead, file.touches(), names),
                lead.owner() == null ? "" : names.apply(lead.owner()),
                me.coordinator().equals(lead.owner()),
                lead.ownership().reason() == null
                        ? ""
                        : InWords.of(lead.ownership().reason()),
                lead.open() && lead.owner() == null,
                lead.closing() == null
                        ? ""
                        : InWords.plain(lead.closing().reason().name()),
                ContactShown.of(lead.person()),
                MayCall.of(lead, windows, shown),
                RelatedShown.of(lead.related(), book, me),
                SaidShown.of(file),
                recordings,
                TimelineEntry.of(file, shown),
                ReasonShown.of(file, shown));
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "LeadShown[" + id + "]";
    }
}
