package org.careline.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.LeadId;
import org.careline.lead.Touch;

/**
 * What is decided about one inquiry: guarded writes, in the order of their turns. A write that does not surely hold ends the
 * row, and the inquiry waits for the next batch. A step of the flow that has something to write appends it.
 */
record Decision(InquiryInView seen, List<GuardedWrites<?>> writes) {

    Decision {
        writes = List.copyOf(writes);
    }

    static Decision about(InquiryInView seen) {
        return new Decision(seen, List.of());
    }

    /** The same with these writes too; nothing is added if there are none. */
    <T> Decision with(WriteKind<T> kind, List<T> values) {
        return values.isEmpty() ? this : new Decision(seen, more(writes.stream(), new GuardedWrites<>(kind, values)));
    }

    /** The same with these in the place of all that it has of this kind. */
    <T> Decision replacing(WriteKind<T> kind, List<T> values) {
        List<GuardedWrites<?>> others =
                writes.stream().filter(known -> !known.kind().equals(kind)).toList();
        return new Decision(seen, others).with(kind, values);
    }

    /** The same with its last write: how the inquiry rests. None if it is to be decided once more at once. */
    Decision resting(StoredInquiry inquiry) {
        return with(WriteKind.INQUIRIES, inquiry.equals(seen.stored()) ? List.of() : List.of(inquiry));
    }

    private static List<GuardedWrites<?>> more(Stream<GuardedWrites<?>> known, GuardedWrites<?> last) {
        return Stream.concat(known, Stream.of(last)).toList();
    }

    /** What it writes of this kind. */
    <T> List<T> all(WriteKind<T> kind) {
        return writes.stream().flatMap(known -> known.of(kind)).toList();
    }

    /** The inquiry as it rests afterwards. */
    StoredInquiry inquiry() {
        return all(WriteKind.INQUIRIES).stream().findFirst().orElse(seen.stored());
    }

    /** The lead that the inquiry belongs to; empty if it belongs to none. */
    Optional<LeadId> lead() {
        return all(WriteKind.TOUCHES).stream()
                .findFirst()
                .or(() -> seen.decidedBefore())
                .map(Touch::leadId);
    }
}
