package org.careline.speech;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Documents that are rendered when they are first asked for, because there are too many to render them all at the start. A
 * clinic uses few of them; if there are ever too many, all are forgotten.
 *
 * @param <K> what a document is a function of
 */
final class Rendered<K> {

    private static final int MOST = 2_000;

    private final Map<K, Reply> documents = new ConcurrentHashMap<>();
    private final Function<K, Reply> make;

    Rendered(Function<K, Reply> make) {
        this.make = make;
    }

    Reply of(K key) {
        Reply known = documents.get(key);
        return known == null ? made(key) : known;
    }

    private Reply made(K key) {
        if (documents.size() >= MOST) {
            documents.clear();
        }
        Reply document = make.apply(key);
        documents.put(key, document);
        return document;
    }
}
