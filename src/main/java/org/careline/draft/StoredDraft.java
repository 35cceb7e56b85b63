package org.careline.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * All sheets of one person with one lead.
 *
 * @param endsAt when it may be deleted, if nobody touches it before
 */
record StoredDraft(DraftId id, long rev, Instant endsAt, List<Sheet> sheets) implements Versioned<DraftId> {

    /** As long as a request may be under way that was sent before its page's sheet ended. */
    static final Duration REMEMBERED = Duration.ofHours(1);

    StoredDraft {
        sheets = List.copyOf(sheets);
    }

    /**
     * What one page holds.
     *
     * @param sealed what was typed; null once it is saved or set aside. Such a sheet still knows its step, so that what arrives
     *     late does not bring it back
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed once and compared by nobody
    record Sheet(String page, long step, Instant at, byte @Nullable [] sealed) {

        boolean holds() {
            return sealed != null;
        }

        Sheet ended(Instant now) {
            return new Sheet(page, step, now, null);
        }
    }

    static StoredDraft none(DraftId id) {
        return new StoredDraft(id, 0, Instant.EPOCH, List.of());
    }

    /** The same with what a page holds now; empty if it holds something newer already. */
    Optional<StoredDraft> with(Sheet fresh, Typed typed, Instant now, Duration keep) {
        boolean late = sheets.stream().anyMatch(one -> one.page().equals(fresh.page()) && one.step() >= fresh.step());
        if (late) {
            return Optional.empty();
        }
        List<Sheet> others = sheets.stream()
                .filter(one -> !one.page().equals(fresh.page()))
                .map(one -> one.step() <= typed.instead().getOrDefault(one.page(), -1L) ? one.ended(now) : one)
                .filter(one -> one.holds() || one.at().plus(REMEMBERED).isAfter(now))
                .toList();
        List<Sheet> all = Stream.concat(others.stream(), Stream.of(fresh)).toList();
        Duration stays = all.stream().anyMatch(Sheet::holds) ? keep : REMEMBERED;
        return Optional.of(new StoredDraft(id, rev, now.plus(stays), all));
    }

    long holding() {
        return sheets.stream().filter(Sheet::holds).count();
    }

    /** Nothing that was typed reaches a log. */
    @Override
    public String toString() {
        return "StoredDraft[" + id + "]";
    }
}
