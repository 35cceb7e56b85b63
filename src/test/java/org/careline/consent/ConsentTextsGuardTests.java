package org.careline.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.node.StartRefused;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicForms;
import org.careline.settings.ClinicForms.Form;
import org.careline.settings.ConsentTexts;
import org.careline.settings.LocalizedText;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;
import org.junit.jupiter.api.Test;

class ConsentTextsGuardTests {

    private static final ClinicForms SHIPPED = ClinicFiles.shipped().read("forms", ClinicForms.class);

    private final Memory store = new Memory();
    private final List<String> alarmed = new ArrayList<>();

    private static final class Memory implements GuardedStore<String, ShownTexts> {

        private final Map<String, ShownTexts> kept = new HashMap<>();
        private boolean away;

        @Override
        public Map<String, ShownTexts> find(Collection<String> ids) {
            if (away) {
                throw new StoreUnavailable("find", new IllegalStateException());
            }
            return kept.values().stream()
                    .filter(texts -> ids.contains(texts.id()))
                    .collect(Collectors.toMap(ShownTexts::id, texts -> texts));
        }

        @Override
        public Set<String> write(Collection<ShownTexts> documents) {
            return documents.stream()
                    .filter(texts -> kept.putIfAbsent(texts.id(), texts) == null)
                    .map(ShownTexts::id)
                    .collect(Collectors.toSet());
        }
    }

    private void starts(ClinicForms forms) {
        ConsentTextsGuard guard = guard(forms);
        guard.begin();
    }

    private ConsentTextsGuard guard(ClinicForms forms) {
        return new ConsentTextsGuard(forms, store, (kind, about) -> alarmed.add(kind + " " + about));
    }

    private static ClinicForms calling(String version, String spanish) {
        Form form = SHIPPED.form("consultation").orElseThrow();
        ConsentTexts now = form.consent();
        ConsentTexts other = new ConsentTexts(
                version,
                null,
                new LocalizedText(now.call().en(), spanish),
                now.text(),
                now.voicemail(),
                now.marketing(),
                List.of());
        return new ClinicForms(Map.of(
                "consultation",
                new Form(
                        form.title(),
                        form.clinic(),
                        form.telephone(),
                        form.intro(),
                        form.languages(),
                        form.fields(),
                        form.answerMinutes(),
                        form.colours(),
                        other)));
    }

    @Test
    void theSameTextsStartAgain() {
        starts(SHIPPED);
        starts(SHIPPED);

        assertThat(store.kept.keySet()).containsExactlyInAnyOrder("consultation:2026-11:en", "consultation:2026-11:es");
    }

    @Test
    void aTextThatChangedUnderItsVersionStopsTheStart() {
        starts(SHIPPED);

        assertThatThrownBy(() -> starts(calling("2026-11", "otro texto")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("[consultation:2026-11:es]");
    }

    @Test
    void aNewVersionStarts() {
        starts(SHIPPED);
        starts(calling("2026-12", "otro texto"));
        starts(SHIPPED);

        assertThat(store.kept).hasSize(4);
    }

    @Test
    void withTheStoreAwayItIsToldWhenTheStoreComes() {
        starts(SHIPPED);
        store.away = true;
        ConsentTextsGuard guard = guard(calling("2026-11", "otro texto"));
        guard.begin();
        guard.round();
        assertThat(alarmed).isEmpty();

        store.away = false;
        guard.round();
        guard.round();

        assertThat(alarmed).isNotEmpty().containsOnly("CONSENT_TEXT_CHANGED consultation:2026-11:es");
    }
}
