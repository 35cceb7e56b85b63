package org.careline.store;

import com.mongodb.MongoClientException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;

/** The one place where the driver's ways of saying "no answer" become {@link StoreUnavailable}. */
public final class StoreBoundary {

    private StoreBoundary() {}

    /**
     * Asks the store.
     *
     * @param doing what is asked, for the exception's message; never contact data
     * @throws StoreUnavailable if the store cannot be reached, does not answer in time or is not in a state to answer
     */
    public static <T> T asking(String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoClientException // selection and operation timeouts, a cleared pool, a failed authentication
                | MongoSocketException
                | MongoInterruptedException
                | MongoExecutionTimeoutException
                | MongoNotPrimaryException
                | MongoNodeIsRecoveringException
                | MongoWriteConcernException
                | DataAccessResourceFailureException noAnswer) {
            throw new StoreUnavailable(doing, noAnswer);
        }
    }
}
