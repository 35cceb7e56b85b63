package org.careline.consent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.node.StartRefused;
import org.careline.settings.ClinicForms;
import org.careline.settings.ConsentTexts;
import org.careline.staff.Alarms;
import org.careline.store.GuardedStore;
import org.careline.store.Rounds;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds consent texts and their versions together: the store remembers the texts of each version that was ever in use here,
 * and other texts under that version stop the start. With the store away at the start, that is found out when it comes, and
 * told by an alarm: an application that runs is not stopped.
 */
final class ConsentTextsGuard extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentTextsGuard.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

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
    public void start() {
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
        super.start();
    }

    @Override
    protected void work() {
        if (compared) {
            return;
        }
        for (String other : compare()) {
            LOG.error(
                    "The consent texts of {} are not those that people were asked with before: give them a new version",
                    other);
            alarms.raise(Alarms.Kind.CONSENT_TEXT_CHANGED, other);
        }
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
