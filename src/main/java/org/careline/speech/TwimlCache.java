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
final class TwimlCache<K> {

    private static final int MOST = 2_000;

    private final Map<K, WebhookReply> documents = new ConcurrentHashMap<>();
    private final Function<K, WebhookReply> make;

    TwimlCache(Function<K, WebhookReply> make) {
        this.make = make;
    }

    WebhookReply of(K key) {
        WebhookReply known = documents.get(key);
        return known == null ? made(key) : known;
    }

    private WebhookReply made(K key) {
        if (documents.size() >= MOST) {
            documents.clear();
        }
        WebhookReply document = make.apply(key);
        documents.put(key, document);
        return document;
    }
}
