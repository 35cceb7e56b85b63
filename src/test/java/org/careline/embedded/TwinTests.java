package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index must never change an answer: a collection with indexes against its twin without. */
@Tag("simulation")
class TwinTests {

    private static final int ROUNDS = 40;
    private static final int QUERIES = 60;

    @TempDir
    Path folder;

    private final RandomDocuments any = new RandomDocuments(new Random(20_261_125));
    private final Random random = new Random(7);

    @Test
    void theTwinWithIndexesAnswersAsTheOneWithout() {
        int found = 0;
        try (Twins twins = new Twins(folder)) {
            twins.ask(new Document("createIndexes", "indexed").append("indexes", RandomDocuments.INDEXES));
            for (int round = 0; round < ROUNDS; round++) {
                change(twins);
                for (int query = 0; query < QUERIES; query++) {
                    found += compare(twins);
                }
                if (round % 10 == 9) {
                    twins.reopen();
                }
            }
        }
        assertThat(found).isGreaterThan(10_000);
    }

    private void change(Twins twins) {
        List<Document> inserts = IntStream.range(0, 15)
                .mapToObj(i -> any.document(random.nextInt(500)))
                .toList();
        List<Document> updates = IntStream.range(0, 15)
                .mapToObj(i -> new Document("q", new Document("_id", random.nextInt(500))).append("u", any.update()))
                .toList();
        List<Document> deletes = List.of(
                new Document("q", new Document("_id", random.nextInt(500))).append("limit", 1),
                new Document("q", new Document("c", random.nextInt(6)).append("s", "p")).append("limit", 0));
        agree(twins.both("insert", new Document("documents", inserts)));
        agree(twins.both("update", new Document("updates", updates)));
        agree(twins.both("delete", new Document("deletes", deletes)));
    }

    private static void agree(List<Document> answers) {
        assertThat(answers.get(0).get("ok")).isEqualTo(1.0);
        assertThat(answers.get(0).get("n")).isEqualTo(answers.get(1).get("n"));
        assertThat(answers.get(0).get("nModified")).isEqualTo(answers.get(1).get("nModified"));
    }

    private int compare(Twins twins) {
        Document filter = any.filter(1);
        Document sort = any.sort();
        int limit = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 0;
        List<Document> bare = twins.find("bare", filter, sort, limit);
        List<Document> indexed = twins.find("indexed", filter, sort, limit);
        String question = filter + " sort " + sort + " limit " + limit;
        if (limit == 0 || sort.isEmpty()) {
            assertThat(indexed).as(question).hasSameSizeAs(bare);
        }
        if (limit == 0) {
            assertThat(indexed).as(question).containsExactlyInAnyOrderElementsOf(bare);
        }
        assertThat(keys(indexed, sort)).as(question).isEqualTo(keys(bare, sort));
        return bare.size();
    }

    /** Documents of equal rank may come in any order. */
    private static List<String> keys(List<Document> documents, Document sort) {
        SortOrder order = SortOrder.of(sort);
        return documents.stream()
                .map(document -> Arrays.toString(order.keyOf(document)))
                .toList();
    }
}
