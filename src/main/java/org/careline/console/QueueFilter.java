package org.careline.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadRounds;
import org.careline.lead.NextAction;
import org.careline.staff.Actor;
import org.careline.store.Page;
import org.jspecify.annotations.Nullable;

/** The ways to look at the queue; each is one range of one index, in the queue's stored order. */
enum QueueFilter {
    ALL("All", "Nobody is waiting."),
    MINE("Mine", "You have no open leads."),
    UNASSIGNED("Unassigned", "Every open lead has an owner.");

    private final String title;
    private final String empty;

    QueueFilter(String title, String empty) {
        this.title = title;
        this.empty = empty;
    }

    /** The view of this word; all for any other. */
    static QueueFilter of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(view -> view.word().equals(word))
                .findFirst()
                .orElse(ALL);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** What a page without a lead says. */
    public String empty() {
        return empty;
    }

    List<Lead> read(LeadBook book, LeadRounds rounds, Actor.Person me, Page page) {
        return switch (this) {
            case ALL -> book.queue(page, me);
            case MINE -> rounds.openOf(me.coordinator(), page, me);
            case UNASSIGNED -> rounds.unowned(page, me);
        };
    }

    /** After which lead the next page begins; an unowned lead's place is the same in both orders. */
    static Optional<String> placeOf(Lead lead) {
        return Optional.ofNullable(lead.next()).map(NextAction::place);
    }
}
