package org.careline.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.ResolvableType;

/**
 * The keys a file may have, read off the record it is bound to: Spring's binder looks for what the record wants and
 * never notices what else stands there.
 */
record RecordKeys(ResolvableType type) {

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    /**
     * Where a key leads.
     *
     * @param known the part of the key that the record knows
     * @param type what stands there
     * @param whole whether that is the whole key
     */
    record Place(ConfigurationPropertyName known, RecordKeys type, boolean whole) {}

    static RecordKeys of(Class<?> type) {
        return new RecordKeys(ResolvableType.forClass(type));
    }

    static RecordKeys listOf(Class<?> element) {
        return new RecordKeys(ResolvableType.forClassWithGenerics(List.class, element));
    }

    static RecordKeys mapOf(Class<?> value) {
        return new RecordKeys(ResolvableType.forClassWithGenerics(Map.class, String.class, value));
    }

    Place follow(ConfigurationPropertyName key) {
        RecordKeys here = this;
        for (int depth = 0; depth < key.getNumberOfElements(); depth++) {
            Optional<RecordKeys> next = here.below(key, depth);
            if (next.isEmpty()) {
                return new Place(key.chop(depth), here, false);
            }
            here = next.get();
        }
        return new Place(key, here, true);
    }

    boolean isLeaf() {
        return !isList() && !isMap() && !isRecord();
    }

    /** Whether it is a number without a fraction. */
    boolean isWhole() {
        return WHOLE.contains(type.toClass());
    }

    boolean isList() {
        return Collection.class.isAssignableFrom(type.toClass());
    }

    /** A list of plain values may also be written on one line, with commas. */
    boolean isListOfLeaves() {
        return isList() && new RecordKeys(type.asCollection().getGeneric(0)).isLeaf();
    }

    boolean isRecord() {
        return type.toClass().isRecord();
    }

    /** The keys of a record, as they are written. */
    List<String> keys() {
        return Arrays.stream(components())
                .map(component -> DataObjectPropertyName.toDashedForm(component.getName()))
                .toList();
    }

    boolean isMap() {
        return Map.class.isAssignableFrom(type.toClass());
    }

    private Optional<RecordKeys> below(ConfigurationPropertyName key, int depth) {
        if (isList()) {
            return key.isNumericIndex(depth)
                    ? Optional.of(new RecordKeys(type.asCollection().getGeneric(0)))
                    : Optional.empty();
        }
        if (isMap()) {
            return Optional.of(new RecordKeys(type.asMap().getGeneric(1)));
        }
        String element = key.getElement(depth, Form.UNIFORM);
        return Arrays.stream(components())
                .filter(component -> element.equals(uniform(component.getName())))
                .findFirst()
                .map(component -> new RecordKeys(ResolvableType.forType(component.getGenericType(), type)));
    }

    private RecordComponent[] components() {
        return isRecord() ? type.toClass().getRecordComponents() : new RecordComponent[0];
    }

    private static String uniform(String name) {
        return ConfigurationPropertyName.of(DataObjectPropertyName.toDashedForm(name))
                .getElement(0, Form.UNIFORM);
    }
}
