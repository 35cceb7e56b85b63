package org.careline.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.draft.Draft;
import org.careline.lead.LeadId;

/**
 * The sheet of a page: by what name it keeps what is typed, and which other sheets are part of it.
 *
 * @param page a name that no other page has
 * @param step how often it has kept something
 * @param instead the sheets that it took over
 */
record Sheet(String page, long step, List<Other> instead) {

    static final String PAGE = "page";
    static final String STEP = "step";
    static final String INSTEAD = "instead";

    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern ID = Pattern.compile(UUID_FORM);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern OTHER = Pattern.compile("(" + UUID_FORM + "):(\\d{1,15}):([0-9a-f]{24})");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    /** The sheet of another page, as it was seen. */
    record Other(String page, long step, LeadId lead) {

        static Other of(Draft draft) {
            return new Other(draft.page(), draft.step(), draft.lead());
        }

        private static Optional<Other> of(String text) {
            Matcher found = OTHER.matcher(text);
            return found.matches()
                    ? Optional.of(new Other(found.group(1), Long.parseLong(found.group(2)), new LeadId(found.group(3))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return page + ":" + step + ":" + lead;
        }
    }

    Sheet {
        instead = List.copyOf(instead);
    }

    /** One for a page that is made now. */
    static Sheet fresh(List<Other> instead) {
        return new Sheet(UUID.randomUUID().toString(), 0, instead);
    }

    /** The one that a page sent; one of its own for a page that has none. */
    static Sheet of(Map<String, String> sent) {
        String page = sent.getOrDefault(PAGE, "");
        String step = sent.getOrDefault(STEP, "");
        List<Other> instead = Arrays.stream(BLANK.split(sent.getOrDefault(INSTEAD, "")))
                .flatMap(text -> Other.of(text).stream())
                .toList();
        return new Sheet(
                ID.matcher(page).matches() ? page : fresh(List.of()).page(),
                NUMBER.matcher(step).matches() ? Long.parseLong(step) : 0,
                instead);
    }

    /** The sheets it took over, as a form sends them. */
    public String taken() {
        return String.join(" ", instead.stream().map(Other::toString).toList());
    }

    boolean knows(Draft draft) {
        return draft.page().equals(page)
                || instead.stream().anyMatch(one -> one.page().equals(draft.page()) && draft.step() <= one.step());
    }
}
