package org.careline.intake.simulation;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/** Makes of a record the same record one revision later, as a store does when it keeps it. */
public final class Revisions {

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private Revisions() {}

    @SuppressWarnings("unchecked")
    public static <T extends Versioned<?>> T next(T document) {
        return (T) SHAPES.computeIfAbsent(document.getClass(), Shape::of).next(document, document.rev() + 1);
    }

    private record Shape(List<RecordComponent> components, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                components.forEach(component -> component.getAccessor().setAccessible(true));
                return new Shape(components, constructor);
            } catch (NoSuchMethodException everyRecordHasIt) {
                throw new IllegalStateException(everyRecordHasIt);
            }
        }

        Object next(Object document, long rev) {
            List<@Nullable Object> values = new ArrayList<>();
            try {
                for (RecordComponent component : components) {
                    boolean isRev = component.getName().equals("rev");
                    values.add(isRev ? rev : component.getAccessor().invoke(document));
                }
                return constructor.newInstance(values.toArray());
            } catch (ReflectiveOperationException everyComponentIsOpen) {
                throw new IllegalStateException(everyComponentIsOpen);
            }
        }
    }
}
