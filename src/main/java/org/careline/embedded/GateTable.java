package org.careline.embedded;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one table of what the embedded store takes and what it refuses. The gate lets pass what a row with the verdict
 * {@code yes} names; the other rows are refused with the code they give, and so is everything that has no row. A test
 * sends every example, and the page {@code src/docs/embedded-store.md} is made from the same rows.
 */
final class GateTable {

    /** subject | name | yes or error code | what Careline sends | what MongoDB does | what we do | an example. */
    private static final String ROWS = """
            command | insert | yes | one or many, `ordered: false` | a document per statement, errors by index | the same; messages keep the value to themselves | {insert: "c", documents: [{_id: 7}], ordered: false}
            command | update | yes | by `_id` and `rev`, a whole document | any filter | the filter must name an `_id` | {update: "c", updates: [{q: {_id: 1, a: 1}, u: {$set: {a: 2}}}]}
            command | delete | yes | by `_id`, in sweeps | any filter | the same | {delete: "c", deletes: [{q: {_id: {$in: [8, 9]}}, limit: 0}]}
            command | findAndModify | yes | never | any filter, sort | the filter must name an `_id` | {findAndModify: "c", query: {_id: 1}, update: {$set: {a: 1}}, new: true}
            command | find | yes | by key, by index, in pages | the same | batches over successive snapshots | {find: "c", filter: {a: {$gte: 0}}, sort: {a: 1}, limit: 5, projection: {a: 1}}
            command | getMore | yes | by the driver | the same | the same |
            command | killCursors | yes | by the driver | the same | the same | {killCursors: "c", cursors: []}
            command | count | yes | never | the same | the same | {count: "c"}
            command | aggregate | yes | tests | any pipeline | `$match`, `$limit`, and a `$group` that counts | {aggregate: "c", pipeline: [{$match: {a: 1}}, {$group: {_id: 1, n: {$sum: 1}}}], cursor: {}}
            command | createIndexes | yes | at start-up | builds in the background | writers wait | {createIndexes: "c", indexes: [{key: {b: 1, a: -1}, name: "b_1_a_-1"}]}
            command | dropIndexes | yes | when a definition has changed | by name, list or `*` | by name | {dropIndexes: "c", index: "b_1_a_-1"}
            command | listIndexes | yes | when a definition has changed | the same | the same | {listIndexes: "c"}
            command | listCollections | yes | tests | the same | the same | {listCollections: 1, nameOnly: true}
            command | listDatabases | yes | health check | the same | sizes are 0 | {listDatabases: 1, nameOnly: true}
            command | create | yes | tests | many options | no options | {create: "made"}
            command | drop | yes | tests | the same | the same | {drop: "made"}
            command | dropDatabase | yes | tests | the same | the same |
            command | hello | yes | health check | the same | a standalone without sessions, wire version 21 | {hello: 1}
            command | isMaster | yes | greeting of old drivers | the same | as `hello` | {isMaster: 1}
            command | saslStart, saslContinue | yes | by the driver | several mechanisms | SCRAM-SHA-256 for the one user, whatever `authSource` |
            command | ping | yes | tools | the same | the same | {ping: 1}
            command | buildInfo | yes | tools | the same | says 7.0.0, module careline-embedded | {buildInfo: 1}
            command | endSessions | yes | by the driver | the same | there are no sessions | {endSessions: []}
            command | distinct | 59 | never | values of a field | refused | {distinct: "c", key: "a"}
            command | bulkWrite | 59 | never | writes to several collections (8.0) | refused | {bulkWrite: 1, ops: [], nsInfo: []}
            command | explain | 59 | never | the plan | refused | {explain: {find: "c"}}
            command | mapReduce, eval, serverStatus | 59 | never | various | refused | {serverStatus: 1}
            command | commitTransaction, abortTransaction | 59 | never | ends a transaction | refused | {abortTransaction: 1}
            field | txnNumber, startTransaction, autocommit | 238 | never | transactions and retryable writes | refused | {find: "c", txnNumber: {$numberLong: "1"}, startTransaction: true, autocommit: false}
            field | lsid | 238 | never | a session | refused, and no driver sends it to us | {find: "c", lsid: {id: 1}}
            field | collation | 238 | never | compares as a language does | refused | {find: "c", filter: {a: "x"}, collation: {locale: "en"}}
            field | let | 238 | never | variables | refused | {find: "c", let: {x: 1}}
            field | hint | 238 | never | forces an index, unknown ones fail | refused | {find: "c", hint: "nosuch_1"}
            field | skip | 238 | never, pages go by key | walks past so many | refused above 0 | {find: "c", skip: 5}
            field | tailable, awaitData, noCursorTimeout | 238 | never | cursors that wait | refused | {find: "c", tailable: true}
            field | min, max, returnKey, showRecordId | 238 | never | index internals | refused | {find: "c", returnKey: true}
            field | bypassDocumentValidation | 238 | never | skips validators | refused, there are none | {insert: "c", documents: [{_id: 70}], bypassDocumentValidation: true}
            field | sort on an update | 238 | never | picks which document changes | refused | {update: "c", updates: [{q: {_id: 1}, u: {$set: {a: 1}}, sort: {a: 1}}]}
            field | sort on findAndModify | 238 | never | picks which document changes | refused | {findAndModify: "c", query: {_id: 1}, sort: {a: 1}, update: {$set: {a: 1}}}
            field | multi | 238 | never | changes all that match | refused | {update: "c", updates: [{q: {_id: 1}, u: {$set: {a: 1}}, multi: true}]}
            field | arrayFilters | 238 | never | picks array elements | refused | {update: "c", updates: [{q: {_id: 1}, u: {$set: {"h.$[e]": 1}}, arrayFilters: [{e: 1}]}]}
            field | unknown fields | 40415 | never | refused | refused | {find: "c", nonsense: 1}
            field | update without `_id` | 238 | never | changes the first match | refused | {update: "c", updates: [{q: {a: 1}, u: {$set: {a: 1}}}]}
            field | pipeline as update | 238 | never | computes the update | refused | {update: "c", updates: [{q: {_id: 1}, u: [{$set: {a: 1}}]}]}
            field | w: 0 | 238 | never | answers nothing | refused; sent without wish for an answer, the connection is closed | {insert: "c", documents: [{_id: 71}], writeConcern: {w: 0}}
            field | w: 2 and more | 100 | never | waits for replicas | refused, there are none | {insert: "c", documents: [{_id: 72}], writeConcern: {w: 2}}
            field | writeConcern | yes | `w: majority` | waits for replicas, `j` for the journal | always waits for the journal on the disk | {insert: "c", documents: [{_id: 73}], writeConcern: {w: "majority", j: true}}
            field | readConcern | yes | `majority` | `majority` shows what no failover undoes | `majority` shows what is on the disk | {find: "c", readConcern: {level: "majority"}}
            field | readConcern snapshot, linearizable | 238 | never | one instant, newest | refused | {find: "c", readConcern: {level: "snapshot"}}
            field | apiVersion, apiStrict, apiDeprecationErrors | yes | may be | checks the command against an API | accepted for version 1, the gate is stricter | {find: "c", apiVersion: "1", apiStrict: true}
            field | maxTimeMS | yes | operation timeout | ends a command | ends a scan; a wait for the disk is not ended | {find: "c", maxTimeMS: 1000}
            field | upsert | yes | never | any filter | by `_id`; an `_id` that exists but does not match gives 11000, as in MongoDB | {update: "c", updates: [{q: {_id: 60}, u: {$setOnInsert: {a: 1}}, upsert: true}]}
            query | $eq, $in, $gt, $gte, $lt, $lte | yes | yes | by index | by index; strings compare by UTF-16 unit in filters, by UTF-8 in indexes and sorts | {find: "c", filter: {a: {$gt: 0, $lte: 5}, _id: {$in: [1, 2]}}}
            query | $ne, $nin, $exists | yes | never | partly by index | never by index | {find: "c", filter: {a: {$ne: 9}, b: {$exists: false}}}
            query | $and, $or | yes | `$and` in guards | the same | one `$or` by index | {find: "c", filter: {$or: [{a: {$gt: 1}}, {a: 1, _id: {$gt: 0}}]}}
            query | $elemMatch | yes | never | by index | never by index; only operator of its field | {find: "c", filter: {h: {$elemMatch: {k: 1}}}}
            query | $nor, $not | 238 | never | negation | refused | {find: "c", filter: {a: {$not: {$gt: 1}}}}
            query | $regex | 238 | never | text by pattern | refused, as `$regex` and as a value | {find: "c", filter: {a: {$regex: "x"}}}
            query | $where, $expr, $jsonSchema | 238 | never | code and expressions | refused | {find: "c", filter: {$where: "1"}}
            query | $text, $near, $geoWithin | 238 | never | special indexes | refused | {find: "c", filter: {$text: {$search: "x"}}}
            query | $all, $size, $type, $mod, $bitsAllSet | 238 | never | various | refused | {find: "c", filter: {a: {$size: 1}}}
            query | sort by $meta or $natural | 238 | never | score, storage order | refused | {find: "c", sort: {$natural: 1}}
            query | positional and computed projections | 238 | never | parts of arrays, expressions | refused | {find: "c", projection: {b: {$add: [1, 2]}}}
            query | excluding projections | 238 | never, but `_id: 0` | leaves fields out | refused but for `_id` | {find: "c", projection: {a: 0}}
            update | $set, $unset, $inc, $max, $min, $setOnInsert | yes | tests | new fields sorted by name | new fields in the order sent | {update: "c", updates: [{q: {_id: 1}, u: {$set: {"x.y": 1}, $inc: {n: 1}, $max: {m: 3}}}]}
            update | $push, $addToSet, $pull | yes | never | the same | the same | {update: "c", updates: [{q: {_id: 1}, u: {$push: {h: {$each: [1, 2], $slice: -5}}, $addToSet: {s: 1}, $pull: {p: 1}}}]}
            update | replacement | yes | every change, by `_id` and `rev` | the same | the same | {update: "c", updates: [{q: {_id: 1}, u: {a: 1}}]}
            update | $currentDate | 238 | never | the server's time | refused: time comes from the application | {update: "c", updates: [{q: {_id: 1}, u: {$currentDate: {t: true}}}]}
            update | $mul, $rename, $bit, $pop, $pullAll | 238 | never | various | refused | {update: "c", updates: [{q: {_id: 1}, u: {$mul: {a: 2}}}]}
            update | positional paths | 238 | never | the element that matched | refused | {update: "c", updates: [{q: {_id: 1, h: 1}, u: {$set: {"h.$": 2}}}]}
            modifier | $each, $slice | yes | never | the same | the same |
            modifier | $position, $sort | 238 | never | places and sorts elements | refused | {update: "c", updates: [{q: {_id: 1}, u: {$push: {h: {$each: [1], $sort: 1}}}}]}
            index | key, name, v, background | yes | fields up or down | the same | the same; no decimals, code or patterns in indexed fields |
            index | unique | 238 | never: uniqueness is `_id` | refuses a second one | refused | {createIndexes: "c", indexes: [{key: {u: 1}, name: "u_1", unique: true}]}
            index | sparse, partialFilterExpression | 238 | never | leaves documents out | refused | {createIndexes: "c", indexes: [{key: {u: 1}, name: "u_1", sparse: true}]}
            index | expireAfterSeconds | 238 | never: expiry is a sweep | deletes by time | refused | {createIndexes: "c", indexes: [{key: {u: 1}, name: "u_1", expireAfterSeconds: 5}]}
            index | text, hashed, 2dsphere, wildcard | 238 | never | special indexes | refused | {createIndexes: "c", indexes: [{key: {u: "text"}, name: "u_text"}]}
            stage | $match, $limit, $group | yes | tests | the same | counting only | {aggregate: "c", pipeline: [{$match: {}}, {$limit: 5}, {$group: {_id: 1, n: {$sum: 1}}}], cursor: {}}
            stage | $changeStream | 238 | never | tells what changes | refused | {aggregate: "c", pipeline: [{$changeStream: {}}], cursor: {}}
            stage | all others | 238 | never | various | refused | {aggregate: "c", pipeline: [{$sort: {a: 1}}], cursor: {}}
            value | a document over 16 MiB | 10334 | never | refused | refused |
            value | a document without `_id` | 238 | never: the driver makes one | makes one | refused | {insert: "c", documents: [{a: 1}]}
            value | an array or a decimal as `_id` | 2 | never | arrays refused | refused | {insert: "c", documents: [{_id: [1]}]}
            value | a field name that begins with a dollar sign | 52 | never | accepted since 5.0 | refused at the top of a document | {insert: "c", documents: [{_id: 74, $x: 1}]}
            """;

    private static final List<Row> TABLE = ROWS.lines().map(GateTable::row).toList();

    private GateTable() {}

    static List<Row> rows() {
        return TABLE;
    }

    private static Row row(String line) {
        String[] cells = line.split(" *\\| *", -1);
        return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
    }

    /** The names with the verdict {@code yes}. */
    static Set<String> accepted(String subject) {
        return TABLE.stream()
                .filter(row -> row.subject().equals(subject) && row.accepted())
                .flatMap(row -> row.names().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Row> refused(String subject, String name) {
        return TABLE.stream()
                .filter(row -> row.subject().equals(subject) && !row.accepted())
                .filter(row -> row.names().contains(name))
                .findFirst();
    }

    /**
     * One row.
     *
     * @param subject what it is about: a command, a field of one, an operator, …
     * @param name one name or several with commas between
     * @param verdict {@code yes}, or the code of the error
     * @param careline when Careline sends it
     * @param mongodb what MongoDB does with it
     * @param ours what the embedded store does with it
     * @param example a command that shows it; empty if none can
     */
    record Row(
            String subject, String name, String verdict, String careline, String mongodb, String ours, String example) {

        boolean accepted() {
            return verdict.equals("yes");
        }

        List<String> names() {
            return List.of(name.split(", ?"));
        }
    }
}
