package org.careline.consent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.node.StartRefused;
import org.careline.settings.ClinicForms;
import org.careline.settings.ConsentTexts;
import org.careline.staff.Alarms;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds consent texts and their versions together: the store remembers the texts of each version that was ever in use here,
 * and other texts under that version stop the start. With the store away at the start, that is found out when it comes, and
 * told by an alarm: an application that runs is not stopped.
 */
final class ConsentTextsGuard extends BackgroundJob {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentTextsGuard.class);
    private static final Pace BETWEEN_TRIES = Pace.between(Duration.ofSeconds(5), Duration.ofDays(1));

    private final List<ShownTexts> here;
    private final GuardedStore<String, ShownTexts> store;
    private final Alarms alarms;
    private volatile boolean compared;

    ConsentTextsGuard(ClinicForms forms, GuardedStore<String, ShownTexts> store, Alarms alarms) {
        super("consent-texts", BETWEEN_TRIES);
        this.here = forms.forms().entrySet().stream()
                .flatMap(form -> texts(form.getKey(), form.getValue()))
                .toList();
        this.store = store;
        this.alarms = alarms;
    }

    private static Stream<ShownTexts> texts(String form, ClinicForms.Form shown) {
        ConsentTexts consent = shown.consent();
        return shown.languages().stream()
                .map(language -> new ShownTexts(
                        form + ":" + consent.version() + ":" + language, 0, consent.fingerprint(language)));
    }

    @Override
    protected void begin() {
        try {
            List<String> others = compare();
            if (!others.isEmpty()) {
                throw new StartRefused(
                        "The consent texts of " + others + " are not those that people were asked with before.",
                        "Give the changed texts in forms.yaml a new version, and keep the old one below previous.");
            }
        } catch (StoreUnavailable away) {
            LOG.info("The consent texts are compared when the store is there");
        }
    }

    @Override
    protected Next work() {
        if (compared) {
            return Next.IDLE;
        }
        for (String other : compare()) {
            LOG.error(
                    "The consent texts of {} are not those that people were asked with before: give them a new version",
                    other);
            alarms.raise(Alarms.Kind.CONSENT_TEXT_CHANGED, other);
        }
        return Next.after(!compared);
    }

    /** Remembers what is new, and names what was another before. */
    private List<String> compare() {
        Map<String, ShownTexts> known = known();
        store.write(
                here.stream().filter(texts -> !known.containsKey(texts.id())).toList());
        Map<String, ShownTexts> kept = known();
        compared = here.stream().allMatch(texts -> kept.containsKey(texts.id()));
        return here.stream()
                .filter(texts -> Optional.ofNullable(kept.get(texts.id()))
                        .filter(before -> !before.fingerprint().equals(texts.fingerprint()))
                        .isPresent())
                .map(ShownTexts::id)
                .toList();
    }

    private Map<String, ShownTexts> known() {
        return store.find(here.stream().map(ShownTexts::id).toList()).values().stream()
                .collect(Collectors.toMap(ShownTexts::id, Function.identity()));
    }
}
