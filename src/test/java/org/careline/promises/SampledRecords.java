package org.careline.promises;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.assignment.Rotation;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Channel;
import org.careline.lead.Contact;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Ownership;
import org.careline.lead.SourceId;
import org.careline.lead.UnassignedReason;
import org.jspecify.annotations.Nullable;

/**
 * Makes one of each record, filled with what is known of one person down to the last component, and tells whether anything
 * of that person is in it.
 */
final class SampledRecords {

    static final String WORDS = "I have not slept since Tuesday";

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    /** Records with such a component of which nobody but the clinic or this application writes the words. */
    private static final Set<String> OURS = Set.of("Fault", "Ignored");

    private final Map<Class<?>, Optional<Object>> made = new HashMap<>();
    private final Deque<Class<?>> underWay = new ArrayDeque<>();

    SampledRecords() {
        for (Object known : List.of(
                new PhoneNumber("+13055550123"),
                new EmailAddress("maya@example.org"),
                new PersonName("Maya Ortiz"),
                SourceId.of(Channel.FORM, "a"),
                LeadId.madeBy(SourceId.of(Channel.FORM, "a")),
                NOW,
                Duration.ofMinutes(5),
                LocalDate.parse("2026-12-25"),
                true,
                1,
                1L,
                1.0)) {
            made.put(known.getClass(), Optional.of(known));
        }
        made.put(boolean.class, Optional.of(true));
        made.put(int.class, Optional.of(1));
        made.put(long.class, Optional.of(1L));
        made.put(double.class, Optional.of(1.0));
        made.put(ContactPoint.class, made.get(PhoneNumber.class));
        made.put(ZoneId.class, Optional.of(ZoneOffset.UTC));
        made.put(Object.class, Optional.of("x"));
        made.put(Ownership.class, Optional.of(new Ownership(null, UnassignedReason.UNDECIDED, List.of())));
        made.put(Lead.class, one(Contact.class).map(contact -> Lead.openedBy((Contact) contact)));
        made.put(Rotation.class, built(Rotation.class, new Class<?>[] {List.class, Instant.class}, List.of(), NOW));
    }

    /** One of them; empty if it cannot be made of plain values. */
    Optional<Object> one(Class<?> type) {
        Optional<Object> known = made.get(type);
        if (known != null) {
            return known;
        }
        if (underWay.contains(type)) {
            return Optional.empty();
        }
        underWay.push(type);
        Optional<Object> one = anew(type);
        underWay.pop();
        if (one.isPresent() || underWay.isEmpty()) {
            made.put(type, one);
        }
        return one;
    }

    private Optional<Object> anew(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object.class::cast)
                    .findFirst();
        }
        if (type.isRecord()) {
            return record(type);
        }
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(one -> one(one).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Object> record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int at = 0; at < values.length; at++) {
            RecordComponent component = components[at];
            Optional<Object> value = component.getType() == String.class
                    ? Optional.of(words(component.getName(), type))
                    : value(component.getGenericType(), component.getName());
            if (value.isEmpty() && !mayBeNull(component)) {
                return Optional.empty();
            }
            values[at] = value.orElse(null);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return built(type, types, values);
    }

    private static boolean mayBeNull(RecordComponent component) {
        return isNullable(component.getAnnotatedType())
                || isNullable(component.getAccessor().getAnnotatedReturnType());
    }

    private static boolean isNullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }

    private static Optional<Object> built(Class<?> type, Class<?>[] types, Object... values) {
        try {
            Constructor<?> made = type.getDeclaredConstructor(types);
            made.setAccessible(true);
            return Optional.of(made.newInstance(values));
        } catch (ReflectiveOperationException refused) {
            return Optional.empty();
        }
    }

    private Optional<Object> value(Type type, String name) {
        if (type instanceof Class<?> plain) {
            return one(plain);
        }
        if (type instanceof WildcardType some) {
            return value(some.getUpperBounds()[0], name);
        }
        return type instanceof ParameterizedType many ? collected(many, name) : Optional.empty();
    }

    private Optional<Object> collected(ParameterizedType type, String name) {
        Class<?> raw = (Class<?>) type.getRawType();
        List<Optional<Object>> inside = Arrays.stream(type.getActualTypeArguments())
                .map(argument ->
                        argument == String.class ? Optional.<Object>of(words(name, raw)) : value(argument, name))
                .toList();
        boolean whole = inside.stream().allMatch(Optional::isPresent);
        if (raw == Map.class) {
            return Optional.of(whole ? Map.of(inside.get(0).get(), inside.get(1).get()) : Map.of());
        }
        if (raw == List.class || raw == java.util.Collection.class) {
            return Optional.of(whole ? List.of(inside.get(0).get()) : List.of());
        }
        if (raw == Set.class) {
            return Optional.of(whole ? Set.of(inside.get(0).get()) : Set.of());
        }
        return raw == Optional.class ? Optional.of(inside.get(0)) : Optional.empty();
    }

    /** What stands in a text: for what people write, their words; for the rest, something that every pattern of an id takes. */
    private static String words(String component, Class<?> record) {
        return switch (component) {
            case "message", "note", "transcripts", "typed" -> OURS.contains(record.getSimpleName()) ? "abc" : WORDS;
            case "phone", "callBackPhone", "caller" -> "+13055550123";
            case "email", "mail" -> "maya@example.org";
            case "contactPoints", "points" -> "tel:+13055550123";
            case "zip", "zips" -> "33101";
            case "dateOfBirth" -> "1990-04-02";
            case "language", "languages" -> "es";
            default -> "abc";
        };
    }
}
