package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.careline.lead.SourceId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class IdempotencyKeyTests {

    @Test
    void aKeyNamesTheSameMessageForEver() {
        assertThat(IdempotencyKey.of(asked("order 66")))
                .contains(new SourceId("api:eGBJboGJRgomTO1_65JLvDRIzRIAx2TSBcXxQ9RfD74"));
    }

    @Test
    void whoGivesNoneSendsAnotherMessageEachTime() {
        assertThat(IdempotencyKey.of(asked())).isPresent().isNotEqualTo(IdempotencyKey.of(asked()));
    }

    @Test
    void whatIsNoKeyIsNone() {
        assertThat(IdempotencyKey.of(asked(""))).isEmpty();
        assertThat(IdempotencyKey.of(asked("x".repeat(256)))).isEmpty();
        assertThat(IdempotencyKey.of(asked("naïve"))).isEmpty();
        assertThat(IdempotencyKey.of(asked("one", "two"))).isEmpty();
    }

    private static MockHttpServletRequest asked(String... keys) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (String key : keys) {
            request.addHeader(IdempotencyKey.HEADER, key);
        }
        return request;
    }
}
