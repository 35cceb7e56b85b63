package org.careline.followup;

import java.time.Clock;
import org.careline.consent.ClinicContactWindows;
import org.careline.consent.ContactWindows;
import org.careline.lead.LeadWrites;
import org.careline.settings.ClinicFiles;
import org.careline.staff.ClinicHours;

/** Follow-up behind a door that is tested, by the shipped files. */
public final class FollowUpAtADoor {

    private FollowUpAtADoor() {}

    /** What people are told by the shipped files, of a clinic that is open then. */
    public static CallPromises promises(ClinicHours hours) {
        ClinicFiles files = ClinicFiles.shipped();
        ContactWindows windows = new ContactWindows(files.read("contact-windows", ClinicContactWindows.class), hours);
        return new CallPromises(new Cadences(files.read("cadences", ClinicCadences.class), windows), windows);
    }

    /** When people may be called by the shipped files. */
    public static ContactWindows windows() {
        ClinicFiles files = ClinicFiles.shipped();
        return new ContactWindows(
                files.read("contact-windows", ClinicContactWindows.class), files.read("hours", ClinicHours.class));
    }

    public static FollowUpDesk desk(LeadWrites leads, Clock clock) {
        ClinicFiles files = ClinicFiles.shipped();
        ContactWindows windows = new ContactWindows(
                files.read("contact-windows", ClinicContactWindows.class), files.read("hours", ClinicHours.class));
        Cadences cadences = new Cadences(files.read("cadences", ClinicCadences.class), windows);
        return new FollowUpDesk(leads, new Dispositions(cadences, windows), cadences, (kind, about) -> {}, clock);
    }
}
