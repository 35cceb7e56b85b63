package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.careline.console.SaidView.Value;
import org.careline.lead.Fact;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.junit.jupiter.api.Test;

class AsideLabelsTests {

    private static final Instant AT = Instant.parse("2026-11-23T14:00:00Z");

    @Test
    void aCoordinatorSeesWhatWasTypedAndWhyItIsNotUsed() {
        assertThat(shown(
                        Fact.setAside("zip", "invalid", "2134", AT),
                        Fact.setAside("phone", "not_callable", "(844) 555-0100", AT),
                        Fact.notDialled("abroad", 1, null, AT),
                        Fact.notDialled("too-often", 0, null, AT)))
                .containsExactly(
                        new Value("Not used", "ZIP “2134”: could not be read"),
                        new Value("Not used", "phone “(844) 555-0100”: nobody can be called at it"),
                        new Value("Call back not promised", "a number abroad: a person may call it"),
                        new Value("Call back not promised", "a number that was promised too many calls today"));
    }

    private static List<Value> shown(Fact... facts) {
        SourceId id = new SourceId("form:one");
        return AsideLabels.of(new Touch(
                id, 1, LeadId.madeBy(id), Touch.Direction.IN, AT, null, null, false, List.of(facts), List.of(), null));
    }
}
