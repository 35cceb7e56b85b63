package org.careline.draft;

import java.util.Map;

/**
 * What a page holds now.
 *
 * @param page the page, by a name that no other has
 * @param step rises with each time that the page tells this; what arrives late changes nothing
 * @param fields what was typed, by field; empty if nothing is to be kept
 * @param instead pages whose sheets are part of this one or set aside by their writer, with the last step that was seen of
 *     each; a later one stays
 */
public record Typed(String page, long step, Map<String, String> fields, Map<String, Long> instead) {

    public Typed {
        fields = Map.copyOf(fields);
        instead = Map.copyOf(instead);
    }

    /** Nothing that was typed reaches a log. */
    @Override
    public String toString() {
        return "Typed[" + page + " " + step + "]";
    }
}
