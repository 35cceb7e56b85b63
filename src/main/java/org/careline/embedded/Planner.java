package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the index for a filter and an order: leading fields that are equal to something, then one range, as MongoDB's
 * rule of equality, sort, range has it. How many entries a choice would visit is not guessed but read from the trees.
 */
final class Planner {

    private static final int MOST_SPANS = 10_000;
    private static final int MOST_MERGED = 200;
    private static final int COUNTED_SPANS = 32;

    private final Snapshot snapshot;
    private final Conditions conditions;
    private final SortOrder order;
    private final int limit;

    Planner(Snapshot snapshot, Document filter, SortOrder order, int limit) {
        this.snapshot = snapshot;
        this.conditions = Conditions.of(filter);
        this.order = order;
        this.limit = limit;
    }

    Plan plan() {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(candidate(snapshot.documents()));
        snapshot.indexes().forEach(view -> candidates.add(candidate(view)));
        long fewest = candidates.stream().mapToLong(Candidate::entries).min().orElseThrow();
        return candidates.stream()
                .min(Comparator.comparingDouble(candidate -> candidate.cost(fewest, limit)))
                .orElseThrow()
                .plan();
    }

    private Candidate candidate(Snapshot.View view) {
        List<Conditions> alternatives = conditions.alternatives();
        int points = alternatives.stream()
                .mapToInt(alternative -> leadingPoints(view, alternative))
                .min()
                .orElse(0);
        Optional<Merge> merge = view.multikey() ? Optional.empty() : merge(view, alternatives, points);
        List<Span> spans = new ArrayList<>();
        alternatives.forEach(alternative ->
                spans.addAll(new Spans(view, alternative, merge.map(Merge::at).orElse(0)).all()));
        List<Span> disjoint = Span.disjoint(spans);
        boolean sorted = merge.isPresent() && (merge.get().at() == 0 || disjoint.size() <= MOST_MERGED);
        Plan plan = new Plan(
                view.shape(),
                disjoint,
                merge.map(Merge::upwards).orElse(true),
                sorted,
                merge.map(Merge::at).orElse(0));
        return new Candidate(plan, entries(view, disjoint), order.isNone() || sorted);
    }

    private static int leadingPoints(Snapshot.View view, Conditions alternative) {
        int points = 0;
        for (IndexShape.Part part : view.shape().parts()) {
            Optional<List<Range>> ranges = alternative.on(part, view.multikey());
            if (ranges.isEmpty() || !ranges.get().get(0).isPoint()) {
                break;
            }
            points++;
        }
        return points;
    }

    /** Where the order asked for begins in the index and which way it runs; empty if the index does not have it. */
    private Optional<Merge> merge(Snapshot.View view, List<Conditions> alternatives, int points) {
        if (order.isNone()) {
            return Optional.empty();
        }
        List<IndexShape.Part> parts = view.shape().parts();
        int at = 0;
        while (at < points && !samePath(parts.get(at), order.parts().get(0))) {
            at++;
        }
        int part = at;
        List<Boolean> same = new ArrayList<>();
        for (IndexShape.Part wanted : order.parts()) {
            while (part < parts.size() && !samePath(parts.get(part), wanted) && single(view, alternatives, part)) {
                part++;
            }
            boolean byId = part == parts.size() && wanted.path().text().equals("_id");
            if (!byId && (part >= parts.size() || !samePath(parts.get(part), wanted))) {
                return Optional.empty();
            }
            same.add(byId ? wanted.upwards() : parts.get(part).upwards() == wanted.upwards());
            part += byId ? 0 : 1;
        }
        return same.stream().distinct().count() == 1 ? Optional.of(new Merge(at, same.get(0))) : Optional.empty();
    }

    private static boolean samePath(IndexShape.Part part, IndexShape.Part wanted) {
        return part.path().text().equals(wanted.path().text());
    }

    private static boolean single(Snapshot.View view, List<Conditions> alternatives, int part) {
        return alternatives.size() == 1
                && alternatives
                        .get(0)
                        .on(view.shape().parts().get(part), false)
                        .filter(ranges -> ranges.size() == 1 && ranges.get(0).isPoint())
                        .isPresent();
    }

    private static long entries(Snapshot.View view, List<Span> spans) {
        long counted =
                spans.stream().limit(COUNTED_SPANS).mapToLong(view::count).sum();
        return spans.size() <= COUNTED_SPANS ? counted : counted * spans.size() / COUNTED_SPANS;
    }

    /** Where the sorted fields begin in an index, and the direction in which the index is travelled. */
    private record Merge(int at, boolean upwards) {}

    /** A plan, how many entries it would visit, and whether its order is the one asked for. */
    private record Candidate(Plan plan, long entries, boolean ordered) {

        /** An ordered plan stops at the limit; how soon depends on how many of its entries match: at most the fewest. */
        double cost(long fewest, int limit) {
            if (!ordered) {
                return entries * 1.5 + 1;
            }
            double all = (double) entries;
            double untilLimit = limit == 0 ? all : limit * all / Math.max(1, fewest);
            return Math.min(all, untilLimit) + (plan.ofCollection() ? 0 : 0.5);
        }
    }

    /** The spans of one alternative in one index. */
    private static final class Spans {

        private final Snapshot.View view;
        private final Conditions conditions;
        private final int mergeAt;
        private final List<Span> spans = new ArrayList<>();

        Spans(Snapshot.View view, Conditions conditions, int mergeAt) {
            this.view = view;
            this.conditions = conditions;
            this.mergeAt = mergeAt;
        }

        List<Span> all() {
            extend(new byte[0], 0, 0);
            return spans;
        }

        private void extend(byte[] prefix, int field, int lead) {
            List<IndexShape.Part> parts = view.shape().parts();
            Optional<List<Range>> ranges =
                    field < parts.size() ? conditions.on(parts.get(field), view.multikey()) : Optional.empty();
            int leadNow = field == mergeAt ? prefix.length : lead;
            if (ranges.isEmpty() || spans.size() + ranges.get().size() > MOST_SPANS) {
                spans.add(whole(prefix, leadNow));
                return;
            }
            boolean upwards = parts.get(field).upwards();
            for (Range range : ranges.get()) {
                if (range.isPoint()) {
                    extend(OrderedKey.joined(prefix, parts.get(field).directed(range.low())), field + 1, leadNow);
                } else {
                    spans.add(range.behind(prefix, upwards, leadNow));
                }
            }
        }

        private static Span whole(byte[] prefix, int lead) {
            return prefix.length == 0
                    ? new Span(new byte[] {0}, new byte[] {(byte) 0xFF}, lead)
                    : new Span(prefix, OrderedKey.after(prefix), lead);
        }
    }
}
