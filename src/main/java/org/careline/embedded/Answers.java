package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;

/** The shapes of MongoDB's replies. */
final class Answers {

    private Answers() {}

    static Document ok() {
        return new Document("ok", 1.0);
    }

    static Document firstBatch(String namespace, List<Document> batch, long cursor) {
        return cursor("firstBatch", namespace, batch, cursor);
    }

    static Document nextBatch(String namespace, List<Document> batch, long cursor) {
        return cursor("nextBatch", namespace, batch, cursor);
    }

    private static Document cursor(String name, String namespace, List<Document> batch, long cursor) {
        return new Document(
                        "cursor", new Document(name, batch).append("id", cursor).append("ns", namespace))
                .append("ok", 1.0);
    }

    static Document error(MongoServerError error) {
        Document answer = new Document("ok", 0.0)
                .append("errmsg", error.getMessageWithoutErrorCode())
                .append("code", error.getCode())
                .append("codeName", error.getCodeName());
        if (error instanceof DuplicateId duplicate) {
            answer.putAll(duplicate.details());
        }
        return answer;
    }

    static Document writeError(int index, MongoServerError error) {
        Document answer = new Document("index", index)
                .append("code", error.getCode())
                .append("errmsg", error.getMessageWithoutErrorCode());
        if (error instanceof DuplicateId duplicate) {
            answer.putAll(duplicate.details());
        }
        return answer;
    }
}
