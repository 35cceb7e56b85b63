package org.careline.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents, filters, orders and updates by chance, mean on purpose: mixed types, gaps, nulls, arrays, empty arrays. */
final class RandomDocuments {

    static final List<Document> INDEXES = List.of(
            index("a_1", new Document("a", 1)),
            index("b_-1_a_1", new Document("b", -1).append("a", 1)),
            index("s_1_t_1__id_1", new Document("s", 1).append("t", 1).append("_id", 1)),
            index("s_1_t_-1", new Document("s", 1).append("t", -1)),
            index("n.x_1_c_-1", new Document("n.x", 1).append("c", -1)),
            index("h.k_1_h.v_1", new Document("h.k", 1).append("h.v", 1)),
            index("a_1_b_1_t_1", new Document("a", 1).append("b", 1).append("t", 1)));

    private static final List<String> PATHS = List.of("a", "b", "c", "n.x", "h.k", "h.v", "s", "t", "_id");

    private final Random random;

    RandomDocuments(Random random) {
        this.random = random;
    }

    private static Document index(String name, Document key) {
        return new Document("key", key).append("name", name);
    }

    Document document(int id) {
        Document document = new Document("_id", id);
        maybe(document, "a", this::scalar);
        maybe(document, "b", this::value);
        maybe(document, "c", this::scalar);
        maybe(document, "n", () -> random.nextInt(4) == 0 ? scalar() : new Document("x", scalar()).append("y", 1));
        maybe(document, "h", this::history);
        document.put("s", pick("p", "q", "r"));
        document.put("t", Instant.ofEpochMilli(random.nextInt(50)));
        return document;
    }

    private Object history() {
        List<Document> entries = new ArrayList<>();
        IntStream.range(0, random.nextInt(3)).forEach(entry -> {
            Document one = new Document();
            maybe(one, "k", this::scalar);
            maybe(one, "v", this::scalar);
            entries.add(one);
        });
        return entries;
    }

    private void maybe(Document document, String name, Supplier<@Nullable Object> value) {
        if (random.nextInt(5) > 0) {
            document.put(name, value.get());
        }
    }

    private @Nullable Object value() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of();
            case 1 -> new ArrayList<>(Arrays.asList(scalar(), scalar()));
            default -> scalar();
        };
    }

    private @Nullable Object scalar() {
        return switch (random.nextInt(14)) {
            case 0 -> null;
            case 1 -> pick("", "x", "xy", "x\u0000y", "é", "10");
            case 2 -> pick(true, false);
            case 3 -> pick(9007199254740993L, 9007199254740992.0, Long.MAX_VALUE, Long.MIN_VALUE, -0.0, 0.5);
            case 4 -> Instant.ofEpochMilli(random.nextInt(5));
            case 5 -> new Document("x", random.nextInt(2));
            case 6 ->
                pick(
                        new UUID(1, 2),
                        new UUID(1, 3),
                        new BinData(new byte[] {1}),
                        new ObjectId("0123456789abcdef01234567"));
            case 7 -> (double) random.nextInt(6);
            case 8 -> (long) random.nextInt(6);
            default -> random.nextInt(6);
        };
    }

    private Object pick(Object... choices) {
        return choices[random.nextInt(choices.length)];
    }

    Document filter(int depth) {
        Document filter = new Document();
        IntStream.range(0, 1 + random.nextInt(3)).forEach(part -> {
            int kind = depth > 0 ? random.nextInt(8) : 7;
            if (kind == 0) {
                filter.put("$or", List.of(filter(depth - 1), filter(depth - 1)));
            } else if (kind == 1) {
                filter.put("$and", List.of(filter(depth - 1), filter(depth - 1)));
            } else {
                String path = PATHS.get(random.nextInt(PATHS.size()));
                filter.put(path, condition(path));
            }
        });
        return filter;
    }

    private @Nullable Object condition(String path) {
        return switch (random.nextInt(9)) {
            case 0, 1 -> operand(path);
            case 2 -> new Document("$in", new ArrayList<>(Arrays.asList(operand(path), operand(path), operand(path))));
            case 3 -> new Document("$gt", operand(path)).append("$lte", operand(path));
            case 4 -> new Document("$gte", operand(path));
            case 5 -> new Document("$lt", operand(path));
            case 6 -> new Document("$ne", operand(path));
            case 7 -> new Document("$exists", random.nextBoolean());
            default ->
                path.equals("h.k") || path.equals("b")
                        ? new Document("$elemMatch", new Document("$gte", random.nextInt(6)))
                        : new Document("$eq", operand(path));
        };
    }

    private @Nullable Object operand(String path) {
        return switch (path) {
            case "s" -> pick("p", "q", "r");
            case "t" -> Instant.ofEpochMilli(random.nextInt(50));
            case "_id" -> random.nextInt(500);
            default -> scalar();
        };
    }

    Document sort() {
        Document sort = new Document();
        if (random.nextInt(3) == 0) {
            Document key = Fields.required(INDEXES.get(random.nextInt(INDEXES.size())), "key", Document.class);
            int sign = random.nextBoolean() ? 1 : -1;
            key.forEach((path, direction) -> sort.put(path, sign * (Integer) direction));
        } else {
            Stream.generate(() -> PATHS.get(random.nextInt(PATHS.size())))
                    .limit(random.nextInt(3))
                    .forEach(path -> sort.put(path, random.nextBoolean() ? 1 : -1));
        }
        return sort;
    }

    Document update() {
        return switch (random.nextInt(6)) {
            case 0 -> new Document("$set", new Document("a", scalar()).append("b", value()));
            case 1 ->
                new Document("$unset", new Document("a", ""))
                        .append("$set", new Document("n", new Document("x", scalar())));
            case 2 -> new Document("$set", new Document("t", Instant.ofEpochMilli(random.nextInt(50))));
            case 3 ->
                new Document(
                        "$push",
                        new Document("h", new Document("$each", List.of(new Document("k", 1))).append("$slice", -2)));
            case 4 -> new Document("$max", new Document("c", random.nextInt(6)));
            default -> new Document("$set", new Document("s", pick("p", "q", "r")));
        };
    }
}
