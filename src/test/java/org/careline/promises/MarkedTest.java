package org.careline.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * A test, or a class of tests, that holds promises.
 *
 * @param in the class it is in
 * @param name of the method or rule; empty for the whole class
 * @param tags the tags of it and its class
 */
record MarkedTest(Class<?> in, String name, Set<Promise> promises, Set<String> tags) {

    private static final Set<String> NOT_IN_EVERY_RUN = Set.of("long", "browser");

    private static final Comparator<MarkedTest> BY_NAME =
            Comparator.comparing((MarkedTest test) -> test.in().getName()).thenComparing(MarkedTest::name);

    /** All of the compiled test classes. */
    static List<MarkedTest> all() {
        try {
            SimpleMetadataReaderFactory reader = new SimpleMetadataReaderFactory();
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:org/careline/**/*.class");
            Stream.Builder<MarkedTest> found = Stream.builder();
            for (Resource file : files) {
                String name = reader.getMetadataReader(file).getClassMetadata().getClassName();
                if (name.endsWith("Tests") || name.endsWith("Scenario")) {
                    of(ClassUtils.resolveClassName(name, null)).forEach(found::add);
                }
            }
            return found.build().sorted(BY_NAME).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<MarkedTest> of(Class<?> in) {
        return Stream.of(Stream.of(in), Arrays.stream(in.getDeclaredMethods()), Arrays.stream(in.getDeclaredFields()))
                .flatMap(elements -> elements)
                .filter(element -> element.isAnnotationPresent(Holds.class))
                .map(element -> new MarkedTest(in, name(element), promises(element), tags(in, element)));
    }

    /** The sentence that the name is. */
    String sentence() {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String name(AnnotatedElement element) {
        if (element instanceof Method method) {
            return method.getName();
        }
        return element instanceof Field field ? field.getName() : "";
    }

    private static Set<Promise> promises(AnnotatedElement element) {
        return Set.of(element.getAnnotation(Holds.class).value());
    }

    private static Set<String> tags(Class<?> in, AnnotatedElement element) {
        return Stream.of(in, element)
                .flatMap(one -> AnnotationSupport.findRepeatableAnnotations(one, Tag.class).stream())
                .map(Tag::value)
                .filter(NOT_IN_EVERY_RUN::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
