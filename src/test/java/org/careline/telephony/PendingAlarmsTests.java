package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.careline.staff.CoordinatorId;
import org.careline.store.StoreUnavailable;
import org.junit.jupiter.api.Test;

class PendingAlarmsTests {

    private final List<String> raised = new ArrayList<>();
    private boolean down;
    private final PendingAlarms alarms = new PendingAlarms((kind, about) -> {
        if (down) {
            throw new StoreUnavailable("raise an alarm");
        }
        raised.add(kind + " " + about);
    });

    @Test
    void eachIsToldOnceUntilItIsRaisedAgain() {
        alarms.unreachable(new CoordinatorId("ana"));
        alarms.unreachable(new CoordinatorId("ana"));
        alarms.round();
        alarms.round();

        assertThat(raised).containsExactly("PHONE_UNREACHABLE ana");
        alarms.unreachable(new CoordinatorId("ana"));
        alarms.round();
        assertThat(raised).hasSize(2);
    }

    @Test
    void whatCouldNotBeToldIsToldLater() {
        alarms.unreachable(new CoordinatorId("ana"));
        down = true;
        alarms.round();
        down = false;
        alarms.round();

        assertThat(raised).containsExactly("PHONE_UNREACHABLE ana");
    }
}
