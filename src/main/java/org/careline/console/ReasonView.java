package org.careline.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careline.lead.Assignment;
import org.careline.lead.Explanation;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Touch;
import org.careline.staff.CoordinatorId;

/**
 * Why something was decided by itself.
 *
 * @param step what was decided, in words
 * @param text one sentence, with names
 * @param values what was compared, in words: by what it is called, masked
 * @param rule its name and version
 * @param evidence what was compared, as it is kept
 */
record ReasonView(String step, String text, Map<String, String> values, String rule, Map<String, String> evidence) {

    private static final Pattern WORD = Pattern.compile("\\b[a-z][a-z0-9-]*\\b");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");
    private static final Pattern LENGTH = Pattern.compile("\\bPT[0-9.HMS]+\\b");

    /** Words that say more to who wrote the rules than to who works by them. */
    private static final Pattern TECHNICAL = Pattern.compile("[^ =]+=\\S+");

    static List<ReasonView> of(LeadWithHistory file, Due.Shown shown) {
        return Stream.of(
                        file.touches().stream().flatMap(touch -> touch.reasons().stream()),
                        file.lead().ownership().ledger().stream().map(Assignment::why),
                        file.acts().stream().flatMap(act -> Stream.ofNullable(act.why())))
                .flatMap(Function.identity())
                .map(why -> of(why, shown))
                .toList();
    }

    /** Those of one contact. */
    static List<ReasonView> of(Touch touch, Due.Shown shown) {
        return touch.reasons().stream().map(why -> of(why, shown)).toList();
    }

    private static ReasonView of(Explanation why, Due.Shown shown) {
        Map<String, String> values = new LinkedHashMap<>();
        why.evidence().forEach((key, value) -> {
            if (!TECHNICAL.matcher(value).find()) {
                String name = named(key, shown);
                values.put(name.equals(key) ? Labels.plain(key) : name, inWords(value, shown));
            }
        });
        return new ReasonView(
                Labels.of(why.step()),
                inWords(why.text(), shown),
                values,
                why.rule() + ", version " + why.version(),
                why.evidence());
    }

    /** Times by the clinic's clock, lengths in minutes, people by their names. */
    private static String inWords(String text, Due.Shown shown) {
        String times = TIME.matcher(text).replaceAll(found -> time(found, shown));
        return named(LENGTH.matcher(times).replaceAll(ReasonView::length), shown);
    }

    private static String time(MatchResult found, Due.Shown shown) {
        try {
            return ClockTime.of(Instant.parse(found.group()), shown.now(), shown.zone());
        } catch (DateTimeException none) {
            return found.group();
        }
    }

    private static String length(MatchResult found) {
        try {
            return CallLabels.length(Duration.parse(found.group()));
        } catch (DateTimeException none) {
            return found.group();
        }
    }

    /** Only a coordinator's id has another name. */
    private static String named(String text, Due.Shown shown) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        shown.names().apply(new CoordinatorId(found.group().toLowerCase(Locale.ROOT)))));
    }
}
