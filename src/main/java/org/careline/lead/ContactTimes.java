package org.careline.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a lead was in contact with us. Each component is a minimum or a maximum over its touches.
 *
 * @param firstInboundAt the earliest inbound touch
 * @param lastInboundAt the latest inbound touch
 * @param settledAt the last outcome or closing by a person; a touch that is not later changes nothing that is due
 * @param closedAt the last closing by a person; null if it was never closed
 * @param attribution where the earliest touch came from of which that is known
 * @param attributedAt when that was; null if it is known of none. An earlier version did not keep it
 * @param talk the latest talk of a coordinator with the person; null if there was none
 * @param unnoted whether it was noticed that nobody noted what came of that talk
 */
public record ContactTimes(
        Instant firstInboundAt,
        Instant lastInboundAt,
        @Nullable Instant settledAt,
        @Nullable Instant closedAt,
        Map<String, String> attribution,
        @Nullable Instant attributedAt,
        @Nullable Conversation talk,
        boolean unnoted) {

    /** The later of two talks; which of two that began at once does not matter, if only it is always the same. */
    private static final Comparator<Conversation> LATER = Comparator.comparing(Conversation::from)
            .thenComparing(Conversation::until)
            .thenComparing(Conversation::call)
            .thenComparing(Conversation::by);

    /** Of two that came from somewhere at once it does not matter which, if only it is always the same. */
    private static final Comparator<ContactTimes> ATTRIBUTED_EARLIER = Comparator.comparing(
                    ContactTimes::attributedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(history -> new TreeMap<>(history.attribution()).toString());

    public ContactTimes {
        attribution = Map.copyOf(attribution);
        attributedAt = attribution.isEmpty() ? null : Objects.requireNonNullElse(attributedAt, firstInboundAt);
    }

    static ContactTimes of(Instant first, Instant last, Map<String, String> attribution, @Nullable Conversation talk) {
        return new ContactTimes(first, last, null, null, attribution, first, talk, false);
    }

    ContactTimes and(ContactTimes other) {
        ContactTimes attributed = ATTRIBUTED_EARLIER.compare(this, other) <= 0 ? this : other;
        return new ContactTimes(
                other.firstInboundAt.isBefore(firstInboundAt) ? other.firstInboundAt : firstInboundAt,
                other.lastInboundAt.isAfter(lastInboundAt) ? other.lastInboundAt : lastInboundAt,
                later(settledAt, other.settledAt),
                later(closedAt, other.closedAt),
                attributed.attribution,
                attributed.attributedAt,
                lastTalk(other).orElse(null),
                unnotedWith(other));
    }

    private Optional<Conversation> lastTalk(ContactTimes other) {
        return Stream.of(this, other)
                .flatMap(times -> Stream.ofNullable(times.talk))
                .max(LATER);
    }

    /** What was noticed of an earlier talk says nothing of a later one. */
    private boolean unnotedWith(ContactTimes other) {
        return lastTalk(other)
                .filter(last -> (unnoted && last.equals(talk)) || (other.unnoted && last.equals(other.talk)))
                .isPresent();
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return Stream.concat(Stream.ofNullable(one), Stream.ofNullable(other))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private ContactTimes with(@Nullable Instant settled, @Nullable Instant closed, boolean noticed) {
        return new ContactTimes(
                firstInboundAt, lastInboundAt, settled, closed, attribution, attributedAt, talk, noticed);
    }

    ContactTimes settled(Instant at) {
        return with(later(settledAt, at), closedAt, unnoted);
    }

    ContactTimes closed(Instant at) {
        return with(later(settledAt, at), later(closedAt, at), unnoted);
    }

    /** Whether something that happened then still waits for an answer. */
    boolean unsettled(Instant at) {
        return settledAt == null || at.isAfter(settledAt);
    }

    /**
     * The talk with the person after which nothing was noted, and they have not come again since; empty if there is none. An
     * outcome that was noted while they still talked is one.
     */
    public Optional<Conversation> untold() {
        return Optional.ofNullable(talk).filter(last -> unsettled(last.from()) && !lastInboundAt.isAfter(last.until()));
    }

    /** When somebody must have noted what came of a talk, or else the person is called; empty if nothing waits for that. */
    Optional<Instant> noticesAt() {
        return untold().filter(last -> !unnoted).map(last -> last.until().plus(Conversation.UNNOTED));
    }

    /** The same, knowing now that nobody noted what came of the last talk, if that is so. */
    ContactTimes noticing(Instant now) {
        boolean late = noticesAt().filter(at -> !at.isAfter(now)).isPresent();
        return late ? with(settledAt, closedAt, true) : this;
    }

    /** Whether somebody has worked on the lead since its last contact. */
    public boolean answered() {
        return !unsettled(lastInboundAt);
    }
}
