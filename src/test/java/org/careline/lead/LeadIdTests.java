package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadIdTests {

    @Test
    void aMessageMakesTheSameLeadForEver() {
        assertThat(LeadId.madeBy(new SourceId("form:one"))).isEqualTo(new LeadId("1363437d03b9d4d365504cb5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1363437d03b9d4d365504cb", "1363437d03b9d4d365504cb55", "1363437D03B9D4D365504CB5"})
    void anythingElseIsNone(String text) {
        assertThat(LeadId.isOne(text)).isFalse();
        assertThatThrownBy(() -> new LeadId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
