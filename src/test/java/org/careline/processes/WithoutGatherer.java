package org.careline.processes;

import org.careline.Careline;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

/** The planted fault: Careline as it was, where the thread that answers waits for the body, however long that takes. */
public final class WithoutGatherer implements BeanPostProcessor {

    public static void main(String[] args) {
        SpringApplication.run(new Class<?>[] {Careline.class, WithoutGatherer.class}, args);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (name.equals("bodyGatherer") && bean instanceof FilterRegistrationBean<?> gatherer) {
            gatherer.setEnabled(false);
        }
        return bean;
    }
}
