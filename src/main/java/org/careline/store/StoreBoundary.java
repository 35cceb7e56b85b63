package org.careline.store;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/** The one place where the driver's ways of saying "no answer" become {@link StoreUnavailable}. */
public final class StoreBoundary {

    private static final List<Class<? extends RuntimeException>> NO_ANSWER = List.of(
            MongoClientException.class, // selection and operation timeouts, a cleared pool, a failed authentication
            MongoSocketException.class,
            MongoInterruptedException.class,
            MongoExecutionTimeoutException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            MongoWriteConcernException.class,
            DataAccessResourceFailureException.class);

    /** MongoDB's code for a command before a login. */
    private static final int UNAUTHORIZED = 13;

    private StoreBoundary() {}

    /**
     * Asks the store.
     *
     * @param doing what is asked, for the exception's message; never contact data
     * @throws StoreUnavailable if the store cannot be reached, does not answer in time or is not in a state to answer
     */
    public static <T> T call(String doing, Supplier<T> command) {
        try {
            return command.get();
        } catch (MongoException | DataAccessException failure) {
            if (saysNoAnswer(failure) || letsNobodyIn(failure)) {
                throw new StoreUnavailable(doing, failure);
            }
            throw failure;
        }
    }

    /** A store that asks for a login which is not set: as good as none, until somebody sets it. */
    private static boolean letsNobodyIn(RuntimeException failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof MongoCommandException refusal && refusal.getErrorCode() == UNAUTHORIZED);
    }

    /** Spring wraps what it does not know, such as the driver's own operation timeout, in an exception of its own. */
    private static boolean saysNoAnswer(RuntimeException failure) {
        return causes(failure).anyMatch(cause -> NO_ANSWER.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    private static Stream<Throwable> causes(RuntimeException failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
