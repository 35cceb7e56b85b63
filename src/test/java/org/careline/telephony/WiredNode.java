package org.careline.telephony;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Telephony and the waiting line as the product wires them, around what a test gives. Nothing is made that is not asked for,
 * and nothing runs by itself. The wiring is read once: simulations have hundreds of nodes.
 */
final class WiredNode {

    private static final Map<String, AbstractBeanDefinition> PRODUCT = product();
    private static final Environment SETTINGS = new StandardEnvironment();

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    WiredNode() {
        beans.setAutowireCandidateResolver(new ContextAnnotationAutowireCandidateResolver());
        beans.addEmbeddedValueResolver(SETTINGS::resolvePlaceholders);
        AutowiredAnnotationBeanPostProcessor constructors = new AutowiredAnnotationBeanPostProcessor();
        constructors.setBeanFactory(beans);
        beans.addBeanPostProcessor(constructors);
        PRODUCT.forEach((name, made) -> beans.registerBeanDefinition(name, made.cloneBeanDefinition()));
        given(Environment.class, SETTINGS);
    }

    private static Map<String, AbstractBeanDefinition> product() {
        DefaultListableBeanFactory read = new DefaultListableBeanFactory();
        ClassPathScanningCandidateComponentProvider components = new ClassPathScanningCandidateComponentProvider(true);
        new AnnotatedBeanDefinitionReader(read)
                .register(Stream.of("org.careline.telephony", "org.careline.waiting")
                        .flatMap(room -> components.findCandidateComponents(room).stream())
                        .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                        .filter(name -> !name.contains("Tests"))
                        .map(name -> ClassUtils.resolveClassName(name, null))
                        .toArray(Class<?>[]::new));
        new ConfigurationClassPostProcessor().postProcessBeanDefinitionRegistry(read);
        Map<String, AbstractBeanDefinition> wired = new TreeMap<>();
        for (String name : read.getBeanDefinitionNames()) {
            if (!name.startsWith("org.springframework.")) {
                wired.put(name, (AbstractBeanDefinition) read.getBeanDefinition(name));
            }
        }
        return wired;
    }

    /** What the product would take from elsewhere, or make itself. */
    <T> void given(Class<T> type, T one) {
        RootBeanDefinition given = new RootBeanDefinition(type, () -> one);
        given.setPrimary(true);
        beans.registerBeanDefinition("given" + type.getSimpleName(), given);
    }

    /** What the product makes of this type, and then changed. */
    <T> void changed(Class<T> type, UnaryOperator<T> change) {
        beans.addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return type.isInstance(bean) ? change.apply(type.cast(bean)) : bean;
            }
        });
    }

    /** One of the product's own, as it is wired here. */
    <T> T the(Class<T> type) {
        return beans.getBean(type);
    }
}
