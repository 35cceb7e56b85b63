package org.careline.safety;

import java.util.Map;
import java.util.function.Consumer;
import org.careline.settings.ClinicFiles;
import org.careline.settings.FilesCheck;

/** Where help is in a crisis, and the words of danger. */
final class SafetyFiles implements FilesCheck {

    @Override
    public Map<String, Consumer<ClinicFiles>> reads() {
        return Map.of(
                "crisis", files -> files.read("crisis", CrisisLines.class),
                "crisis-phrases", files -> files.read("crisis-phrases", CrisisPhrases.class));
    }
}
