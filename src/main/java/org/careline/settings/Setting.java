package org.careline.settings;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * One setting of the application.
 *
 * @param key its name
 * @param shape what it takes
 * @param pattern what a text must match
 * @param expected the same in words
 */
record Setting(String key, RecordKeys shape, Pattern pattern, String expected) {

    /** Whether this key is the setting itself or an entry of its list or map. */
    boolean covers(ConfigurationPropertyName other) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(key);
        return name.equals(other) || ((shape.isList() || shape.isMap()) && name.isParentOf(other));
    }

    boolean isBelow(ConfigurationPropertyName other) {
        return other.isAncestorOf(ConfigurationPropertyName.of(key));
    }
}
