package org.careline.api;

import java.util.Map;
import java.util.function.Consumer;
import org.careline.settings.ClinicFiles;
import org.careline.settings.FilesCheck;

/** Who may call the API. */
final class ApiFiles implements FilesCheck {

    @Override
    public Map<String, Consumer<ClinicFiles>> reads() {
        return Map.of("api-clients", files -> files.read("api-clients", ApiClientsFile.class));
    }
}
