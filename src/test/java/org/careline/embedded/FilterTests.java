package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MongoDB's rules for filters, as its manual has them, case by case. */
class FilterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {a: 5}                          | {a: 5.0}                               | true
                    {a: 5}                          | {a: {$gt: 4, $lt: 6}}                  | true
                    {a: 5}                          | {a: "5"}                               | false
                    {a: 5}                          | {a: {$gt: "4"}}                        | false
                    {a: "b"}                        | {a: {$gte: "a"}}                       | true
                    {}                              | {a: null}                              | true
                    {a: null}                       | {a: null}                              | true
                    {a: null}                       | {a: {$exists: true}}                   | true
                    {}                              | {a: {$exists: true}}                   | false
                    {}                              | {a: {$ne: 1}}                          | true
                    {a: 1}                          | {a: {$ne: 1.0}}                        | false
                    {a: null}                       | {a: {$lt: 5}}                          | false
                    {a: [1, 9]}                     | {a: 9}                                 | true
                    {a: [1, 9]}                     | {a: [1, 9]}                            | true
                    {a: [1, 9]}                     | {a: [9, 1]}                            | false
                    {a: [1, 9]}                     | {a: {$gt: 3, $lt: 5}}                  | true
                    {a: [1, 9]}                     | {a: {$elemMatch: {$gt: 3, $lt: 5}}}    | false
                    {a: [1, 9]}                     | {a: {$ne: 9}}                          | false
                    {a: [1, 9]}                     | {a: {$nin: [2, 3]}}                    | true
                    {a: [1, 9]}                     | {a: {$nin: [2, 9]}}                    | false
                    {a: []}                         | {a: null}                              | false
                    {a: []}                         | {a: {$exists: true}}                   | true
                    {a: [1, null]}                  | {a: null}                              | true
                    {a: {x: 1, y: 2}}               | {a: {x: 1, y: 2}}                      | true
                    {a: {x: 1, y: 2}}               | {a: {y: 2, x: 1}}                      | false
                    {a: {x: 1, y: 2}}               | {a: {x: 1}}                            | false
                    {a: {x: 1, y: 2}}               | {"a.y": 2}                             | true
                    {a: 5}                          | {"a.y": null}                          | true
                    {h: [{k: 1, v: 1}, {k: 2, v: 2}]} | {"h.k": 1, "h.v": 2}                 | true
                    {h: [{k: 1, v: 1}, {k: 2, v: 2}]} | {h: {$elemMatch: {k: 1, v: 2}}}      | false
                    {h: [{k: 1, v: 1}, {k: 2, v: 2}]} | {h: {$elemMatch: {k: 2, v: 2}}}      | true
                    {h: [{k: 1}, {v: 2}]}           | {"h.k": null}                          | true
                    {h: [{k: 1}, {k: 5}]}           | {"h.k": {$gt: 2, $lt: 4}}              | true
                    {h: [{k: 1}, {k: 5}]}           | {"h.k": {$ne: 5}}                      | false
                    {h: [{k: 1}, {k: 5}]}           | {"h.1.k": 5}                           | true
                    {a: 1, b: 2}                    | {$or: [{a: 2}, {b: 2}]}                | true
                    {a: 1, b: 2}                    | {$or: [{a: 2}, {b: 1}], a: 1}          | false
                    {a: 1, b: 2}                    | {$and: [{a: 1}, {b: {$in: [2, 3]}}]}   | true
                    {a: {$numberLong: "9007199254740993"}} | {a: {$numberLong: "9007199254740993"}} | true
                    {a: true}                       | {a: 1}                                 | false
                    {a: {$date: 5}}                 | {a: {$lte: {$date: 5}}}                | true
                    """)
    void aFilterMeansWhatItMeansInMongoDb(String document, String filter, boolean matches) {
        assertThat(new Filter(parsed(filter)).matches(parsed(document))).isEqualTo(matches);
    }

    private static Document parsed(String json) {
        byte[] bytes = new RawBsonDocument(BsonDocument.parse(json), new BsonDocumentCodec())
                .getByteBuffer()
                .array();
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
