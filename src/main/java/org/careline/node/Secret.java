package org.careline.node;

/** The secrets of a first run: the file each is kept in and the setting that overrides it. */
enum Secret {
    API_TOKEN("api-token", "careline.api.token", 32, SecretStrength.RANDOM),
    TWILIO_AUTH_TOKEN("twilio-auth-token", "careline.twilio.auth-token", 16, SecretStrength.GIVEN),
    SIGNING_KEY("signing-key", "careline.signing-key", 32, SecretStrength.RANDOM),
    ENCRYPTION_KEY("encryption-key", "careline.encryption-key", 32, SecretStrength.KEY),
    /** Shorter than the others, for people type it; 80 random bits are still beyond guessing. */
    CONSOLE_PASSWORD("console-password", "careline.console.password", 10, SecretStrength.PASSWORD);

    private final String file;
    private final String setting;
    private final int bytes;
    private final SecretStrength strength;

    Secret(String file, String setting, int bytes, SecretStrength strength) {
        this.file = file;
        this.setting = setting;
        this.bytes = bytes;
        this.strength = strength;
    }

    String file() {
        return file;
    }

    String setting() {
        return setting;
    }

    /** What somebody else's must be. */
    SecretStrength strength() {
        return strength;
    }

    /** A fresh value, in hexadecimal digits: nothing a shell or a header could stumble over. */
    String random() {
        return OwnerOnly.random(bytes);
    }
}
