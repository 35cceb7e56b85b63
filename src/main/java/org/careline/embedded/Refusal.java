package org.careline.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;

/**
 * Errors with MongoDB's own codes and names (mongodb/src/mongo/base/error_codes.yml). No message quotes a stored value:
 * drivers copy messages into exceptions, and exceptions end in logs.
 */
final class Refusal {

    private Refusal() {}

    /** Before a login; the words are MongoDB's. */
    static MongoServerError unauthorized(String command) {
        return new MongoServerError(13, "Unauthorized", "Command " + command + " requires authentication");
    }

    /** The same for an unknown user, a wrong password and a broken conversation. */
    static MongoServerError authenticationFailed() {
        return new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
    }

    static MongoServerError badValue(String message) {
        return new MongoServerError(2, "BadValue", message);
    }

    static MongoServerError failedToParse(String message) {
        return new MongoServerError(9, "FailedToParse", message);
    }

    static MongoServerError typeMismatch(String message) {
        return new MongoServerError(14, "TypeMismatch", message);
    }

    static MongoServerError unknownField(String command, String field) {
        return new MongoServerError(
                40415, "Location40415", "The embedded store does not know the field '" + field + "' of " + command);
    }

    static MongoServerError commandNotFound(String command) {
        return new MongoServerError(59, "CommandNotFound", "The embedded store has no command '" + command + "'");
    }

    static MongoServerError notImplemented(String what) {
        return new MongoServerError(238, "NotImplemented", "The embedded store refuses " + what);
    }

    static MongoServerError immutableId() {
        return new MongoServerError(66, "ImmutableField", "The field '_id' of a document never changes");
    }

    static MongoServerError tooLarge() {
        return new MongoServerError(10334, "BSONObjectTooLarge", "A document is larger than 16 MiB");
    }

    static MongoServerError broken() {
        return new MongoServerError(
                91, "ShutdownInProgress", "The embedded store can no longer promise durability and must be restarted");
    }
}
