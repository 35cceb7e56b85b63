package org.careline.followup;

import java.util.Map;
import java.util.function.Consumer;
import org.careline.settings.ClinicFiles;
import org.careline.settings.FilesCheck;

/** When people may be called, and how often. */
final class FollowUpFiles implements FilesCheck {

    @Override
    public Map<String, Consumer<ClinicFiles>> reads() {
        return Map.of(
                "contact-windows", files -> files.read("contact-windows", ClinicContactWindows.class),
                "cadences", files -> files.read("cadences", ClinicCadences.class));
    }
}
