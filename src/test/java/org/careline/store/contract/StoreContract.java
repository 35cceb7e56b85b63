package org.careline.store.contract;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** One group of the contract, with an empty collection {@code things} for each test. */
@Tag("contract")
@ParameterizedClass(name = "on {0}")
@MethodSource("org.careline.store.contract.Served#everywhere")
abstract class StoreContract {

    static final String THINGS = "things";

    @Parameter
    @Nullable Served given;

    Served store;
    MongoDatabase database;
    MongoCollection<BsonDocument> things;

    @BeforeEach
    void emptyTheCollection() {
        store = Objects.requireNonNull(given, "a store to run on");
        database = store.database();
        things = database.getCollection(THINGS, BsonDocument.class);
        things.drop();
    }

    /** What the store says to a command: how many, which errors by index and code, or the one code of a refusal. */
    BsonDocument told(String command) {
        return told(database, BsonDocument.parse(command));
    }

    static BsonDocument told(MongoDatabase database, BsonDocument command) {
        BsonDocument told = new BsonDocument();
        try {
            BsonDocument answer = database.runCommand(command, BsonDocument.class);
            answer.forEach((field, value) -> {
                if (List.of("n", "nModified").contains(field)) {
                    told.put(field, value);
                }
            });
            if (answer.containsKey("writeErrors")) {
                told.put("errors", errors(answer.getArray("writeErrors")));
            }
        } catch (MongoCommandException refused) {
            told.put("code", new BsonInt32(refused.getErrorCode()));
        }
        return told;
    }

    private static BsonArray errors(BsonArray said) {
        BsonArray errors = new BsonArray();
        for (BsonValue error : said) {
            errors.add(new BsonDocument("index", error.asDocument().get("index"))
                    .append("code", error.asDocument().get("code")));
        }
        return errors;
    }

    /** What lies in the collection now, by id. */
    List<BsonDocument> stored() {
        return things.find().sort(new BsonDocument("_id", new BsonInt32(1))).into(new ArrayList<>());
    }

    void store(String... documents) {
        things.insertMany(documents(documents));
    }

    static BsonDocument document(String json) {
        return BsonDocument.parse(json);
    }

    static List<BsonDocument> documents(String... json) {
        return Stream.of(json).map(BsonDocument::parse).toList();
    }
}
