package org.careline.staff;

import java.util.Map;
import java.util.function.Consumer;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.FilesCheck;

/** Opening hours, and coordinators beside the clinic's numbers. */
final class StaffFiles implements FilesCheck {

    @Override
    public Map<String, Consumer<ClinicFiles>> reads() {
        return Map.of(
                "hours",
                files -> files.read("hours", ClinicHours.class),
                "coordinators",
                files -> files.read(
                        "coordinators",
                        ClinicCoordinators.class,
                        staff -> staff.violationsBeside(files.read("numbers", ClinicNumbers.class))));
    }
}
