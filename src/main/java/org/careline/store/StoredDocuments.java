package org.careline.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.env.Environment;
import org.springframework.data.convert.ConverterBuilder;
import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** How records become documents, and how the store is spoken to. */
@Configuration(proxyBeanMethods = false)
class StoredDocuments {

    /** A date has no time zone: as text it stays the day that was typed. */
    @Bean
    StoredAsText<LocalDate> storedDates() {
        return new StoredAsText<>(LocalDate.class, LocalDate::toString, LocalDate::parse);
    }

    @Bean
    MongoCustomConversions storedValues(
            ObjectProvider<StoredAsText<?>> values, ObjectProvider<StoredAsTexts<?>> fields) {
        List<GenericConverter> converters = new ArrayList<>();
        values.orderedStream().forEach(value -> converters.addAll(convertersOf(value)));
        return MongoCustomConversions.create(all -> all.registerConverters(converters)
                .configurePropertyConversions(known -> fields.orderedStream()
                        .forEach(field ->
                                known.registerConverter(field.owner(), field.field(), new TextsInAField<>(field)))));
    }

    private static <T> Set<GenericConverter> convertersOf(StoredAsText<T> value) {
        return ConverterBuilder.reading(
                        String.class, value.type(), text -> value.read().apply(text))
                .andWriting(typed -> value.write().apply(typed))
                .getConverters();
    }

    /** No class names in documents, and a map key with a dot fails, as the mapping's default is. */
    @Bean
    MappingMongoConverter storeMapping(MongoMappingContext mapped, MongoCustomConversions storedValues) {
        MappingMongoConverter mapping = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mapped);
        mapping.setCustomConversions(storedValues);
        mapping.setTypeMapper(new DefaultMongoTypeMapper(null));
        mapping.setInstantiators(new EntityInstantiators(new AbsentFields()));
        return mapping;
    }

    @Bean
    StoreClientSettings storeClientSettings() {
        return new StoreClientSettings();
    }

    @Bean
    StoreConcerns storeConcerns(Environment environment) {
        return new StoreConcerns(environment.getProperty("spring.mongodb.uri"));
    }

    @Bean
    IndexMaker indexMaker(MongoTemplate store, ObjectProvider<DeclaredIndex> declared) {
        return new IndexMaker(store, declared.orderedStream().toList());
    }
}
