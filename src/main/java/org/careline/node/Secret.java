package org.careline.node;

/** The secrets of a first run: the file each is kept in and the setting that overrides it. */
enum Secret {
    API_TOKEN("api-token", "careline.api.token", 32),
    TWILIO_AUTH_TOKEN("twilio-auth-token", "careline.twilio.auth-token", 16),
    SIGNING_KEY("signing-key", "careline.signing-key", 32),
    ENCRYPTION_KEY("encryption-key", "careline.encryption-key", 32),
    /** Shorter than the others, for people type it; 80 random bits are still beyond guessing. */
    CONSOLE_PASSWORD("console-password", "careline.console.password", 10);

    private final String file;
    private final String setting;
    private final int bytes;

    Secret(String file, String setting, int bytes) {
        this.file = file;
        this.setting = setting;
        this.bytes = bytes;
    }

    String file() {
        return file;
    }

    String setting() {
        return setting;
    }

    /** A fresh value, in hexadecimal digits: nothing a shell or a header could stumble over. */
    String random() {
        return DataFolder.random(bytes);
    }
}
