package org.careline.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.PersistentProperty;
import org.springframework.data.mapping.model.EntityInstantiator;
import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.mapping.model.ParameterValueProvider;

/**
 * Reads records of which an earlier version stored less: a number or a mark that is not there is 0 or false, a collection is
 * empty. By itself the mapping would refuse the whole document for it.
 */
final class AbsentFields implements EntityInstantiator {

    private static final Map<Class<?>, Object> EMPTY =
            Map.of(Set.class, Set.of(), List.class, List.of(), Map.class, Map.of());

    private final EntityInstantiators plain = new EntityInstantiators();

    @Override
    public <T, E extends PersistentEntity<? extends T, P>, P extends PersistentProperty<P>> T createInstance(
            E entity, ParameterValueProvider<P> stored) {
        return plain.getInstantiatorFor(entity).createInstance(entity, new OrNothing<>(stored));
    }

    private record OrNothing<P extends PersistentProperty<P>>(ParameterValueProvider<P> stored)
            implements ParameterValueProvider<P> {

        @Override
        @SuppressWarnings("unchecked") // the default of a type is of that type
        public <T> @Nullable T getParameterValue(Parameter<T, P> parameter) {
            T value = stored.getParameterValue(parameter);
            return value != null ? value : (T) nothing(parameter.getRawType());
        }

        private static @Nullable Object nothing(Class<?> type) {
            return type.isPrimitive() ? ParameterValueProvider.getDefaultValue(type) : EMPTY.get(type);
        }
    }
}
