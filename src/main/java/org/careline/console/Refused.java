package org.careline.console;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * Why something was not done, and what was typed, so that nobody types it twice.
 *
 * @param trouble in a sentence
 * @param typed what was sent, by field
 * @param sheet the page that sent it; empty for one that sent nothing typed
 * @param faults what is wrong, by field; said beside each
 */
record Refused(
        HttpStatus status,
        String trouble,
        Map<String, String> typed,
        Optional<Sheet> sheet,
        Map<String, String> faults) {

    static final Refused NOTHING = new Refused(HttpStatus.OK, "", Map.of(), Optional.empty(), Map.of());

    Refused {
        typed = Map.copyOf(typed);
        faults = Map.copyOf(faults);
    }

    /** Something else has happened meanwhile. */
    static Refused meanwhile(String trouble) {
        return meanwhile(trouble, Map.of());
    }

    /** The same, with what was typed in another form than that of the work. */
    static Refused meanwhile(String trouble, Map<String, String> typed) {
        return new Refused(HttpStatus.CONFLICT, trouble, typed, Optional.empty(), Map.of());
    }

    /** The same, with what was typed. */
    static Refused meanwhile(String trouble, WorkForm form) {
        return new Refused(HttpStatus.CONFLICT, trouble, form.typed(), Optional.of(form.sheet()), Map.of());
    }

    /** What was sent cannot be kept as it is. */
    static Refused unfit(WorkForm form, Map<String, String> faults) {
        return unfit(form.typed(), Optional.of(form.sheet()), faults);
    }

    /** The same of another form. */
    static Refused unfit(Map<String, String> typed, Map<String, String> faults) {
        return unfit(typed, Optional.empty(), faults);
    }

    private static Refused unfit(Map<String, String> typed, Optional<Sheet> sheet, Map<String, String> faults) {
        String all = faults.values().stream().sorted().collect(Collectors.joining(" "));
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "Nothing was saved. " + all, typed, sheet, faults);
    }

    /** Nothing that was typed reaches a log. */
    @Override
    public String toString() {
        return "Refused[" + status + "]";
    }
}
