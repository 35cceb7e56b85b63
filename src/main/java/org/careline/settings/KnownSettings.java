package org.careline.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Every {@code careline.*} setting there is. Whoever adds one adds its line here and its sentence to
 * {@code config/application.yaml}; a key that is not here stops the start.
 */
final class KnownSettings {

    static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("careline");

    static final String ROLE = "careline.role";
    static final String STORE = "store";

    /** A store process has no application, so that it has to be known before the files are read. */
    static final String WHERE_A_STORE_IS_ASKED_FOR =
            "application here: a store is asked for by --careline.role=store or by CARELINE_ROLE=store, never in a"
                    + " file";

    private static final String COUNTRIES = "([A-Z]{2}(\\s*,\\s*[A-Z]{2})*)?";
    private static final String COUNT = "\\d{1,6}";
    private static final String COUNT_WORDS = "a number from 0 to 999999";
    private static final String ANYTHING = ".*";
    private static final String LOGGERS = "([\\w.$]+(\\s*,\\s*[\\w.$]+)*)?";
    private static final String URL = "(https?://[^\\s/]+(/\\S*)?)?";
    private static final String ORIGIN = "https?://[\\w.-]+(:\\d{1,5})?";
    private static final String ORIGINS = "(" + ORIGIN + "(\\s*,\\s*" + ORIGIN + ")*)?";
    private static final String URL_WORDS = "an address such as https://careline.example.org";

    private static final List<Setting> ALL = List.of(
            text("careline.api.token", ANYTHING, "text"),
            text("careline.console.password", ANYTHING, "text"),
            text("careline.data-dir", ".+", "a folder"),
            list("careline.dialling.countries", COUNTRIES, "country codes such as US"),
            text("careline.dialling.most-a-day", "[1-9]\\d{0,2}", "a number from 1 to 999"),
            text("careline.encryption-key", ANYTHING, "text"),
            text("careline.front.at-work", "[1-9]\\d{0,2}", "a number from 1 to 999"),
            text("careline.front.connections-per-address", "\\d{1,5}", "a number, 0 for any number of them"),
            value("careline.intake.poll-interval", Duration.class),
            list(
                    "careline.logs.unguarded",
                    LOGGERS,
                    "the name of a logger, or what it begins with, such as org.apache.coyote"),
            text("careline.public-base-url", URL, URL_WORDS),
            value("careline.drafts.keep", Duration.class),
            value("careline.recordings.keep", Duration.class),
            text("careline.region", "[A-Z]{2}", "a country code such as US"),
            value(ROLE, Role.class),
            text("careline.signing-key", ANYTHING, "text"),
            text("careline.store.password", ANYTHING, "text"),
            value("careline.store.port", int.class),
            text("careline.twilio.account-sid", "(AC\\w+)?", "an account SID, which begins with AC, or nothing"),
            text("careline.twilio.api-key", "(SK\\w+)?", "the SID of an API key, which begins with SK, or nothing"),
            text("careline.twilio.api-secret", ANYTHING, "text"),
            text("careline.twilio.api-base-url", URL, URL_WORDS),
            text("careline.twilio.auth-token", ANYTHING, "text"),
            text("careline.twilio.calls-per-second", "[1-9]\\d?", "a number from 1 to 99"),
            text("careline.twilio.fallback-url", URL, URL_WORDS),
            text("careline.twilio.next-auth-token", ANYTHING, "text"),
            text("careline.twilio.port", "\\d{1,5}", "the number of a port, 0 for none of its own"),
            value("careline.twilio.read-back-interval", Duration.class),
            map("careline.twilio.webhook-keys", ANYTHING, "names of keys, each with its secret"),
            list(
                    "careline.webform.allowed-origins",
                    ORIGINS,
                    "the origin of a site, such as https://www.clinic.example, without a path"),
            value("careline.webform.min-fill-time", Duration.class),
            text("careline.webform.most-an-hour.in-all", COUNT, COUNT_WORDS),
            text("careline.webform.most-an-hour.per-address", COUNT, COUNT_WORDS),
            text("careline.webform.most-an-hour.per-person", COUNT, COUNT_WORDS),
            text("careline.webform.most-an-hour.times-usual", COUNT, COUNT_WORDS),
            value("careline.webform.token-age", Duration.class));

    private KnownSettings() {}

    static Optional<Setting> of(ConfigurationPropertyName key) {
        return ALL.stream().filter(setting -> setting.covers(key)).findFirst();
    }

    /** Whether settings stand below this key. */
    static boolean isAbove(ConfigurationPropertyName key) {
        return key.equals(ROOT) || ALL.stream().anyMatch(setting -> setting.isBelow(key));
    }

    static List<String> keys() {
        return ALL.stream().map(Setting::key).toList();
    }

    private static Setting text(String key, String pattern, String expected) {
        return new Setting(key, RecordKeys.of(String.class), Pattern.compile(pattern), expected);
    }

    private static Setting value(String key, Class<?> type) {
        RecordKeys shape = RecordKeys.of(type);
        return new Setting(key, shape, Pattern.compile(ANYTHING), Expectation.of(shape));
    }

    /** Texts by names that the clinic chooses. */
    private static Setting map(String key, String pattern, String expected) {
        return new Setting(key, RecordKeys.mapOf(String.class), Pattern.compile(pattern), expected);
    }

    private static Setting list(String key, String pattern, String expected) {
        return new Setting(key, RecordKeys.listOf(String.class), Pattern.compile(pattern), expected);
    }

    /** What a process can be. */
    private enum Role {
        APPLICATION,
        STORE
    }
}
