package org.careline.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.convert.ValueConversionContext;

/** Writes a set of values as a list of texts, in no order, and reads it back. */
final class TextsInAField<T> implements PropertyValueConverter<Set<T>, Collection<String>, ValueConversionContext<?>> {

    private final StoredAsTexts<T> how;

    TextsInAField(StoredAsTexts<T> how) {
        this.how = how;
    }

    @Override
    public Set<T> read(Collection<String> texts, ValueConversionContext<?> context) {
        return texts.stream().map(how.read()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<T> readNull(ValueConversionContext<?> context) {
        return Set.of();
    }

    @Override
    public List<String> write(Set<T> values, ValueConversionContext<?> context) {
        return values.stream().map(how.write()).toList();
    }
}
