package org.careline.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Finds each secret once: in the settings, else in its file, else it makes the file. */
final class SecretFiles {

    private final NodeSettings settings;
    private final DataFolder folder;
    private final Map<Secret, String> found = new EnumMap<>(Secret.class);
    private final Set<Secret> made = EnumSet.noneOf(Secret.class);

    SecretFiles(NodeSettings settings, DataFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    synchronized String value(Secret secret) {
        return found.computeIfAbsent(
                secret,
                absent -> settings.given(secret)
                        .map(given -> secret.strength().checked(secret.setting(), given))
                        .orElseGet(() -> fromFile(secret)));
    }

    /** Whether the secret comes from its file, not from a setting. */
    boolean isKept(Secret secret) {
        return settings.given(secret).isEmpty();
    }

    /** Whether this process made the file. */
    synchronized boolean isNew(Secret secret) {
        return made.contains(secret);
    }

    Path file(Secret secret) {
        return folder.resolve(secret.file());
    }

    private String fromFile(Secret secret) {
        Path file = file(secret);
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(file, secret.random());
                made.add(secret);
            }
            OwnerOnly.refuseIfOpen(file);
            String kept = NodeSettings.given(Files.readString(file)).orElseThrow(() -> emptyFile(secret, file));
            return secret.strength().checked(file.toString(), kept);
        } catch (IOException failure) {
            throw folder.unusable(failure);
        }
    }

    private static StartRefused emptyFile(Secret secret, Path file) {
        return new StartRefused(
                "The file " + file + " is empty; it should hold the " + secret.file() + ".",
                "Restore it from a copy, set " + secret.setting() + ", or delete it to have a new one made"
                        + " (what was made with the old one is then no longer accepted).");
    }
}
