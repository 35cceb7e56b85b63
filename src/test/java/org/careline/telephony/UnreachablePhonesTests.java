package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.careline.staff.CoordinatorId;
import org.careline.store.StoreUnavailable;
import org.junit.jupiter.api.Test;

class UnreachablePhonesTests {

    private static final CoordinatorId ANA = new CoordinatorId("ana");

    private final List<String> raised = new ArrayList<>();
    private boolean down;
    private final UnreachablePhones phones = new UnreachablePhones((kind, about) -> {
        if (down) {
            throw new StoreUnavailable("raise an alarm");
        }
        raised.add(kind + " " + about);
    });

    @Test
    void eachPhoneIsToldOnceUntilItFailsAgain() {
        phones.add(ANA);
        phones.add(ANA);
        phones.tell();
        phones.tell();

        assertThat(raised).containsExactly("PHONE_UNREACHABLE ana");
        phones.add(ANA);
        phones.tell();
        assertThat(raised).hasSize(2);
    }

    @Test
    void whatCouldNotBeToldIsToldLater() {
        phones.add(ANA);
        down = true;
        phones.tell();
        down = false;
        phones.tell();

        assertThat(raised).containsExactly("PHONE_UNREACHABLE ana");
    }

    @Test
    void itWorksFromItsStartToItsStop() {
        phones.start();
        assertThat(phones.isRunning()).isTrue();
        phones.stop();
        assertThat(phones.isRunning()).isFalse();
    }
}
