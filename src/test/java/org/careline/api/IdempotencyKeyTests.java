package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.careline.lead.SourceId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class IdempotencyKeyTests {

    @Test
    void aKeyNamesTheSameMessageForEver() {
        assertThat(IdempotencyKey.of(asked("order 66")))
                .isEqualTo(new SourceId("api:eGBJboGJRgomTO1_65JLvDRIzRIAx2TSBcXxQ9RfD74"));
    }

    @Test
    void whoGivesNoneSendsAnotherMessageEachTime() {
        assertThat(IdempotencyKey.of(asked())).isNotEqualTo(IdempotencyKey.of(asked()));
    }

    @Test
    void whatIsNoKeyIsNone() {
        assertThatThrownBy(() -> IdempotencyKey.of(asked(""))).isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> IdempotencyKey.of(asked("x".repeat(256)))).isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> IdempotencyKey.of(asked("naïve"))).isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> IdempotencyKey.of(asked("one", "two"))).isInstanceOf(RefusedRequest.class);
    }

    private static MockHttpServletRequest asked(String... keys) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (String key : keys) {
            request.addHeader(IdempotencyKey.HEADER, key);
        }
        return request;
    }
}
