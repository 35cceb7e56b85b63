package org.careline.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.lead.Assignment;
import org.careline.lead.Explanation;
import org.careline.lead.LeadFile;
import org.careline.lead.Touch;

/**
 * Why something was decided by itself.
 *
 * @param text one sentence
 * @param rule its name and version
 * @param evidence what was compared, masked
 */
record ReasonShown(String step, String text, String rule, Map<String, String> evidence) {

    static List<ReasonShown> of(LeadFile file) {
        return Stream.of(
                        file.touches().stream().flatMap(touch -> touch.reasons().stream()),
                        file.lead().ownership().ledger().stream().map(Assignment::why),
                        file.acts().stream().flatMap(act -> Stream.ofNullable(act.why())))
                .flatMap(Function.identity())
                .map(ReasonShown::of)
                .toList();
    }

    /** Those of one contact. */
    static List<ReasonShown> of(Touch touch) {
        return touch.reasons().stream().map(ReasonShown::of).toList();
    }

    private static ReasonShown of(Explanation why) {
        String step = InWords.plain(why.step().name().toLowerCase(Locale.ROOT));
        return new ReasonShown(step, why.text(), why.rule() + ", version " + why.version(), why.evidence());
    }
}
