package org.careline.safety;

import java.util.Map;
import java.util.function.Consumer;
import org.careline.settings.ClinicFiles;
import org.careline.settings.FilesCheck;

/** Words of danger. */
final class SafetyFiles implements FilesCheck {

    @Override
    public Map<String, Consumer<ClinicFiles>> reads() {
        return Map.of("crisis-phrases", files -> files.read("crisis-phrases", CrisisPhrases.class));
    }
}
