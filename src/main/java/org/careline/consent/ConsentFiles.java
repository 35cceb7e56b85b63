package org.careline.consent;

import java.util.Map;
import java.util.function.Consumer;
import org.careline.settings.ClinicFiles;
import org.careline.settings.FilesCheck;

/** When people may be called. */
final class ConsentFiles implements FilesCheck {

    @Override
    public Map<String, Consumer<ClinicFiles>> reads() {
        return Map.of("contact-windows", files -> files.read("contact-windows", ClinicContactWindows.class));
    }
}
