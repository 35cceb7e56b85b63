package org.careline.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;

/** An inbox that keeps what it is given, has no room, or fails, as the test wants it. */
public final class ScriptedInbox implements InquiryInbox {

    public enum Mood {
        OPEN,
        FULL,
        BROKEN
    }

    public final List<Inquiry> inquiries = new CopyOnWriteArrayList<>();
    public final List<Map.Entry<SourceId, Fact>> facts = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.OPEN;

    public void becomes(Mood next) {
        mood = next;
    }

    public void forget() {
        inquiries.clear();
        facts.clear();
        mood = Mood.OPEN;
    }

    @Override
    public Acceptance accept(Inquiry inquiry, List<Fact> known) {
        return switch (mood) {
            case OPEN -> {
                inquiries.add(inquiry);
                known.forEach(fact -> facts.add(Map.entry(inquiry.id(), fact)));
                yield new Acceptance.Accepted(new Receipt("receipt"));
            }
            case FULL -> new Acceptance.NoRoom();
            case BROKEN -> throw new IllegalStateException("the inbox is broken");
        };
    }

    @Override
    public boolean amend(SourceId source, Fact fact) {
        return switch (mood) {
            case OPEN -> facts.add(Map.entry(source, fact));
            case FULL -> false;
            case BROKEN -> throw new IllegalStateException("the inbox is broken");
        };
    }

    public Optional<Fact> fact(Fact.Kind kind) {
        return facts.stream()
                .map(Map.Entry::getValue)
                .filter(fact -> fact.kind() == kind)
                .findFirst();
    }
}
