package org.careline.store.contract;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The planted fault: a store that replaces a document whatever its revision is, and says that it held. */
final class Unguarded implements Meddling {

    @Override
    public BsonDocument passedOn(BsonDocument command) {
        if (command.getFirstKey().equals("update")) {
            command.getArray("updates").forEach(statement -> byIdAlone(statement.asDocument()));
        }
        return command;
    }

    /** Leaves of a replacement's filter only which document it is. */
    static void byIdAlone(BsonDocument statement) {
        BsonDocument filter = statement.getDocument("q");
        BsonDocument flat = new BsonDocument();
        flat.putAll(filter);
        for (BsonValue branch : filter.getArray("$and", new BsonArray())) {
            flat.putAll(branch.asDocument());
        }
        statement.put("q", new BsonDocument("_id", flat.get("_id")));
    }
}
