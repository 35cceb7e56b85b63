package org.careline.followup;

import java.util.Map;
import java.util.function.Consumer;
import org.careline.settings.ClinicFiles;
import org.careline.settings.FilesCheck;

/** How often people are called. */
final class FollowUpFiles implements FilesCheck {

    @Override
    public Map<String, Consumer<ClinicFiles>> reads() {
        return Map.of("cadences", files -> files.read("cadences", ClinicCadences.class));
    }
}
