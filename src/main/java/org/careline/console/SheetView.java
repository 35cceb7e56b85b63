package org.careline.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.careline.draft.Draft;

/**
 * A page's sheet with what is on it, and what the same person typed on other pages.
 *
 * @param sheet its own
 * @param typed what its form holds, by field
 * @param saved when that was kept, by the clinic's clock; empty if it is not a draft
 * @param others what other pages hold
 */
record SheetView(Sheet sheet, Map<String, String> typed, String saved, List<OtherShown> others) {

    /**
     * A text of another page.
     *
     * @param token which sheet, as it was seen
     */
    record OtherShown(String token, String at, String text) {

        static OtherShown of(Draft draft, Function<Instant, String> time) {
            return new OtherShown(
                    Sheet.Other.of(draft).toString(),
                    time.apply(draft.at()),
                    draft.fields().getOrDefault(WorkForm.TEXT, ""));
        }

        /** Nothing that was typed reaches a log. */
        @Override
        public String toString() {
            return "OtherShown[" + token + "]";
        }
    }

    /** A new page takes over what was typed last, and with it whatever says the same or has no text of its own. */
    static SheetView of(List<Draft> newestFirst, Function<Instant, String> time) {
        if (newestFirst.isEmpty()) {
            return new SheetView(Sheet.fresh(List.of()), Map.of(), "", List.of());
        }
        Draft last = newestFirst.get(0);
        List<Draft> others = texts(newestFirst.subList(1, newestFirst.size()), text(last));
        List<Sheet.Other> instead = newestFirst.stream()
                .filter(one -> !others.contains(one))
                .map(Sheet.Other::of)
                .toList();
        return new SheetView(Sheet.fresh(instead), last.fields(), time.apply(last.at()), shown(others, time));
    }

    static SheetView of(Sheet sent, Map<String, String> typed, List<Draft> all, Function<Instant, String> time) {
        return new SheetView(sent, typed, "", others(sent, typed.getOrDefault(WorkForm.TEXT, ""), all, time));
    }

    /** What a page has to show beside its own text. */
    static List<OtherShown> others(Sheet mine, String text, List<Draft> all, Function<Instant, String> time) {
        return shown(texts(all.stream().filter(one -> !mine.knows(one)).toList(), text), time);
    }

    private static List<Draft> texts(List<Draft> drafts, String but) {
        return drafts.stream()
                .filter(one -> !text(one).isEmpty() && !text(one).equals(Notes.lines(but)))
                .toList();
    }

    private static String text(Draft draft) {
        return Notes.lines(draft.fields().getOrDefault(WorkForm.TEXT, ""));
    }

    private static List<OtherShown> shown(List<Draft> drafts, Function<Instant, String> time) {
        return drafts.stream().map(one -> OtherShown.of(one, time)).toList();
    }

    /** Nothing that was typed reaches a log. */
    @Override
    public String toString() {
        return "SheetView[" + sheet + "]";
    }
}
