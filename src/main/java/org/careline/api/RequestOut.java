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
import org.careline.contact.Language;
import org.careline.lead.Asked;
import org.careline.lead.Touch;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for (contract.md, "request"): of each field what they said last. What they did not say is null.
 *
 * @param forWhom {@code self} or {@code other}
 * @param language the one they wrote in or asked for (BCP 47)
 * @param attribution where the contact came from of which something is known
 */
@Schema(description = "What the person asked for; of each field what they said last")
record RequestOut(
        Optional<String> zip,
        Optional<String> dateOfBirth,
        Optional<String> forWhom,
        List<String> bestTimes,
        Optional<String> language,
        Optional<String> message,
        Map<String, String> attribution) {

    private static final Comparator<Touch> NEWEST_FIRST =
            Comparator.comparing(Touch::at).thenComparing(Touch::id).reversed();

    /** Of one contact; empty if nothing is kept of what was said with it. */
    static Optional<RequestOut> of(Touch touch) {
        return Optional.ofNullable(touch.asked()).map(asked -> of(List.of(touch)));
    }

    /** Of all contacts together. */
    static RequestOut of(List<Touch> touches) {
        List<Touch> all = touches.stream().sorted(NEWEST_FIRST).toList();
        return new RequestOut(
                last(all, Asked::zip),
                last(all, Asked::dateOfBirth).map(LocalDate::toString),
                last(all, Asked::forWhom),
                lastSome(all, Asked::bestTimes, List::isEmpty, List.of()),
                last(all, Asked::language).map(Language::tag),
                all.stream().map(Touch::message).filter(Objects::nonNull).findFirst(),
                lastSome(all, Asked::attribution, Map::isEmpty, Map.of()));
    }

    private static <T> Optional<T> last(List<Touch> all, Function<Asked, @Nullable T> what) {
        return all.stream()
                .map(Touch::asked)
                .filter(Objects::nonNull)
                .map(what)
                .filter(Objects::nonNull)
                .findFirst();
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

    /** Nothing that a person said reaches a log. */
    @Override
    public String toString() {
        return "RequestOut[]";
    }
}
