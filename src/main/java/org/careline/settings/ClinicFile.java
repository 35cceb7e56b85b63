package org.careline.settings;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/** One file's content on its way into a record: first the keys and each single value, then the record's own rules. */
final class ClinicFile {

    private static final Pattern CAMEL = Pattern.compile("[A-Za-z]+");
    private static final Pattern ELEMENT = Pattern.compile("\\.<[a-z ]+>");
    private static final Pattern MAP_KEY = Pattern.compile("\\[(\\D[^]]*)]");

    private final String name;
    private final IterableConfigurationPropertySource source;
    private final Binder binder;

    ClinicFile(String name, IterableConfigurationPropertySource source) {
        this(name, source, new Binder(source));
    }

    ClinicFile(String name, IterableConfigurationPropertySource source, Binder binder) {
        this.name = name;
        this.source = source;
        this.binder = binder;
    }

    <T> T read(Class<T> type, Validator rules, Function<T, Stream<Violation>> further) {
        refuse(source.stream().flatMap(key -> fault(key, RecordKeys.of(type)).stream()));
        T value = bound(type);
        refuse(rules.validate(value).stream().map(this::broken));
        Stream<Violation> own = value instanceof SelfChecking checked ? checked.violations() : Stream.empty();
        refuse(Stream.concat(own, further.apply(value)).map(this::violated));
        return value;
    }

    private Optional<Fault> fault(ConfigurationPropertyName key, RecordKeys root) {
        RecordKeys.Place place = root.follow(key);
        return place.whole()
                ? misfit(key, place.type(), Expectation.of(place.type()))
                : Optional.of(unknown(key.chop(place.known().getNumberOfElements() + 1), place.type()));
    }

    /** Says so if what stands at this key is not of this shape. Nothing is left to the rules that want something. */
    Optional<Fault> misfit(ConfigurationPropertyName key, RecordKeys shape, String expected) {
        String found = found(key);
        boolean single = shape.isLeaf() || shape.isListOfLeaves();
        boolean fits = found.isEmpty() || (single && !loses(key, shape) && converts(key, shape));
        return fits ? Optional.empty() : Optional.of(fault(key, quoted(found), expected));
    }

    Fault fault(ConfigurationPropertyName key, String found, String expected) {
        return new Fault(name, line(key), key.toString(), found, expected);
    }

    String found(ConfigurationPropertyName key) {
        ConfigurationProperty property = source.getConfigurationProperty(key);
        return property == null ? "" : String.valueOf(property.getValue());
    }

    private Fault unknown(ConfigurationPropertyName unknown, RecordKeys where) {
        String last = unknown.getLastElement(ConfigurationPropertyName.Form.ORIGINAL);
        String expected = where.isRecord() ? Expectation.insteadOf(last, where.keys()) : Expectation.of(where);
        return fault(unknown, "an unknown key", expected);
    }

    /** The binder would leave out what stands behind the point of a number. */
    private boolean loses(ConfigurationPropertyName key, RecordKeys shape) {
        ConfigurationProperty property = source.getConfigurationProperty(key);
        return property != null && property.getValue() instanceof Double && shape.isWhole();
    }

    private boolean converts(ConfigurationPropertyName key, RecordKeys shape) {
        try {
            return binder.bind(key, Bindable.of(shape.type())).isBound();
        } catch (BindException notThatType) {
            return false;
        }
    }

    private <T> T bound(Class<T> type) {
        try {
            return binder.bindOrCreate("", Bindable.of(type));
        } catch (BindException failure) {
            ConfigurationPropertyName key = failure.getName();
            throw new ClinicFileFaulty(
                    List.of(fault(key, quoted(found(key)), "what its rules allow: " + reason(failure))));
        }
    }

    private Fault broken(ConstraintViolation<?> violation) {
        ConfigurationPropertyName key = key(violation.getPropertyPath().toString());
        Object invalid = violation.getInvalidValue();
        boolean nothing = invalid == null || (invalid instanceof Collection<?> list && list.isEmpty());
        return fault(key, quoted(nothing ? "" : invalid.toString()), violation.getMessage());
    }

    private Fault violated(Violation violation) {
        ConfigurationPropertyName key = ConfigurationPropertyName.of(violation.key());
        return fault(key, quoted(found(key)), violation.expected());
    }

    /** The line of a key; of one that is missing, the line where its neighbours begin. */
    private int line(ConfigurationPropertyName key) {
        return Stream.iterate(key, parent -> parent.getNumberOfElements() > 0, ConfigurationPropertyName::getParent)
                .map(parent -> source.stream()
                        .filter(other -> parent.equals(other) || parent.isAncestorOf(other))
                        .mapToInt(this::ownLine)
                        .filter(line -> line > 0)
                        .min())
                .filter(OptionalInt::isPresent)
                .findFirst()
                .map(OptionalInt::getAsInt)
                .orElse(0);
    }

    private int ownLine(ConfigurationPropertyName key) {
        return place(source, key)
                .map(TextResourceOrigin::getLocation)
                .map(location -> location.getLine() + 1)
                .orElse(0);
    }

    /** The place in a file where a key stands; empty if it comes from elsewhere. */
    static Optional<TextResourceOrigin> place(
            IterableConfigurationPropertySource source, ConfigurationPropertyName key) {
        Origin origin = Origin.from(source.getConfigurationProperty(key));
        Origin inner = origin instanceof PropertySourceOrigin outer ? outer.getOrigin() : origin;
        return inner instanceof TextResourceOrigin text ? Optional.of(text) : Optional.empty();
    }

    private static void refuse(Stream<Fault> found) {
        List<Fault> faults = new ArrayList<>(found.distinct()
                .sorted(Comparator.comparingInt(Fault::line).thenComparing(Fault::key))
                .toList());
        if (!faults.isEmpty()) {
            throw new ClinicFileFaulty(faults);
        }
    }

    /** A path among Java records, such as {@code forms[consultation].asOf}, as it is written in the file. */
    private static ConfigurationPropertyName key(String path) {
        String plain = ELEMENT.matcher(path).replaceAll("");
        Matcher camel = CAMEL.matcher(MAP_KEY.matcher(plain).replaceAll(".$1"));
        return ConfigurationPropertyName.adapt(
                camel.replaceAll(part -> DataObjectPropertyName.toDashedForm(part.group())), '.');
    }

    private static String reason(BindException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    static String quoted(String value) {
        return value.isEmpty() ? "nothing" : "\"" + value + "\"";
    }
}
