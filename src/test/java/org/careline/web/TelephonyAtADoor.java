package org.careline.web;

import java.util.List;
import org.careline.readback.DriftGuard;
import org.careline.readback.DriftReport;
import org.careline.readback.DriftReport.State;
import org.careline.speech.FallbackBundle;

/** Telephony behind the doors: it reports what the test puts there. */
public final class TelephonyAtADoor implements DriftGuard, FallbackBundle {

    private volatile DriftReport report = new DriftReport(State.REHEARSAL, List.of());
    private volatile DriftReport afterRepair = report;

    public void reports(DriftReport now, DriftReport repaired) {
        report = now;
        afterRepair = repaired;
    }

    @Override
    public DriftReport look() {
        return report;
    }

    @Override
    public DriftReport repair() {
        return afterRepair;
    }

    @Override
    public String answer(String goodbye) {
        return "<Response><Record action=\"" + goodbye + "\"/></Response>";
    }

    @Override
    public String goodbye() {
        return "<Response><Hangup/></Response>";
    }
}
