package org.careline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** What a record gains later is read from a document that was stored before: as nothing, not as a failure. */
class AbsentFieldsTests {

    record Inner(boolean mark, int number) {}

    record Kept(
            String id,
            long rev,
            boolean mark,
            int number,
            double share,
            Set<String> words,
            List<Inner> parts,
            Map<String, String> values,
            @Nullable String text,
            @Nullable Inner inner) {}

    private static final Kept FULL = new Kept(
            "a",
            3,
            true,
            7,
            0.5,
            Set.of("x"),
            List.of(new Inner(true, 1)),
            Map.of("k", "v"),
            "text",
            new Inner(true, 2));

    private final MappingMongoConverter mapping = mapping();

    private static MappingMongoConverter mapping() {
        MappingMongoConverter mapping =
                new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, new MongoMappingContext());
        mapping.setInstantiators(new EntityInstantiators(new AbsentFields()));
        mapping.afterPropertiesSet();
        return mapping;
    }

    private Document stored() {
        Document document = new Document();
        mapping.write(FULL, document);
        return document;
    }

    @Test
    void whatIsThereIsReadAsItIs() {
        assertThat(mapping.read(Kept.class, stored())).isEqualTo(FULL);
    }

    @Test
    void ofARecordOfWhichOnlyTheIdentityIsThereTheRestIsNothing() {
        Kept read = mapping.read(Kept.class, new Document("_id", "a"));

        assertThat(read).isEqualTo(new Kept("a", 0, false, 0, 0, Set.of(), List.of(), Map.of(), null, null));
    }

    @Test
    void aRecordWithinItGainsFieldsToo() {
        Document document = stored();
        document.get("inner", Document.class).remove("mark");
        document.getList("parts", Document.class).get(0).remove("number");

        Kept read = mapping.read(Kept.class, document);

        assertThat(read.inner()).isEqualTo(new Inner(false, 2));
        assertThat(read.parts()).containsExactly(new Inner(true, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rev", "mark", "number", "share", "words", "parts", "values", "text", "inner"})
    void oneAbsentFieldChangesNoOther(String field) {
        Document document = stored();
        document.remove(field);

        assertThat(mapping.read(Kept.class, document))
                .usingRecursiveComparison()
                .ignoringFields(field)
                .isEqualTo(FULL);
    }
}
