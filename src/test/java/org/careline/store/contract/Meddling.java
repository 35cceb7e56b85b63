package org.careline.store.contract;

import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** What somebody between a client and a store does to what passes. Asked by many connections at once. */
interface Meddling {

    /** What the store is sent in place of this command; may take its time. */
    default BsonDocument passedOn(BsonDocument command) {
        return command;
    }

    /**
     * What the client is told in place of this answer.
     *
     * @return empty to end the connection instead
     */
    default Optional<BsonDocument> told(BsonDocument command, BsonDocument answer) {
        return Optional.of(answer);
    }

    /** The same with somebody else between it and the store. */
    default Meddling behind(Meddling nearer) {
        Meddling outer = this;
        return new Meddling() {

            @Override
            public BsonDocument passedOn(BsonDocument command) {
                return nearer.passedOn(outer.passedOn(command));
            }

            @Override
            public Optional<BsonDocument> told(BsonDocument command, BsonDocument answer) {
                return nearer.told(command, answer).flatMap(said -> outer.told(command, said));
            }
        };
    }

    /** Whether a command has this name and is about this collection. */
    static boolean is(BsonDocument command, String name, String collection) {
        return command.getFirstKey().equals(name) && new BsonString(collection).equals(command.get(name));
    }
}
