package org.careline.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.careline.lead.Asked;
import org.careline.lead.Touch;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for (contract.md, "request"): of each field what they said last. Nulls are present.
 *
 * @param forWhom {@code self} or {@code other}
 * @param language the one they wrote in or asked for (BCP 47)
 * @param attribution where the contact came from of which something is known
 */
@Schema(description = "What the person asked for; of each field what they said last")
record RequestOut(
        @Nullable String zip,
        @Nullable String dateOfBirth,
        @Nullable String forWhom,
        List<String> bestTimes,
        @Nullable String language,
        @Nullable String message,
        Map<String, String> attribution) {

    private static final Comparator<Touch> NEWEST_FIRST =
            Comparator.comparing(Touch::at).thenComparing(Touch::id).reversed();

    /** Of one contact; empty if nothing is kept of what was said with it. */
    static Optional<RequestOut> of(Touch touch) {
        return Optional.ofNullable(touch.asked())
                .map(asked -> new RequestOut(
                        asked.zip(),
                        day(asked.dateOfBirth()),
                        asked.forWhom(),
                        asked.bestTimes(),
                        asked.language(),
                        touch.message(),
                        asked.attribution()));
    }

    /** Of all contacts together. */
    static RequestOut of(List<Touch> touches) {
        List<Touch> all = touches.stream().sorted(NEWEST_FIRST).toList();
        return new RequestOut(
                last(all, Asked::zip),
                day(last(all, Asked::dateOfBirth)),
                last(all, Asked::forWhom),
                lastSome(all, Asked::bestTimes, List::isEmpty, List.of()),
                last(all, Asked::language),
                all.stream()
                        .map(Touch::message)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                lastSome(all, Asked::attribution, Map::isEmpty, Map.of()));
    }

    private static <T> @Nullable T last(List<Touch> all, Function<Asked, @Nullable T> what) {
        return all.stream()
                .map(Touch::asked)
                .filter(Objects::nonNull)
                .map(what)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static <T> T lastSome(List<Touch> all, Function<Asked, T> what, Predicate<T> nothing, T otherwise) {
        return all.stream()
                .map(Touch::asked)
                .filter(Objects::nonNull)
                .map(what)
                .filter(nothing.negate())
                .findFirst()
                .orElse(otherwise);
    }

    private static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** Nothing that a person said reaches a log. */
    @Override
    public String toString() {
        return "RequestOut[]";
    }
}
