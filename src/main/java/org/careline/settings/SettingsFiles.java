package org.careline.settings;

import java.util.Map;
import java.util.function.Consumer;

/** Numbers, forms. */
final class SettingsFiles implements FilesCheck {

    @Override
    public Map<String, Consumer<ClinicFiles>> reads() {
        return Map.of(
                "numbers", files -> files.read("numbers", ClinicNumbers.class),
                "forms", files -> files.read("forms", ClinicForms.class));
    }
}
