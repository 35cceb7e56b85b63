package org.careline.node;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The one scheduler, and who works on it. */
@Configuration(proxyBeanMethods = false)
class BackgroundConfiguration {

    private static final int THREADS = 8;

    /** The other threads are for those who wait for nobody. */
    private static final int OUTSIDE = 6;

    /** Paused after everybody who uses it has stopped. */
    private static final int LAST = Integer.MIN_VALUE;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setThreadNamePrefix("background-");
        scheduler.setDaemon(true);
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setAcceptTasksAfterContextClose(true);
        scheduler.setPhase(LAST);
        return scheduler;
    }

    @Bean
    BackgroundJobs backgroundJobs(ObjectProvider<BackgroundJob> jobs, TaskScheduler taskScheduler) {
        return new BackgroundJobs(jobs.orderedStream().toList(), taskScheduler, OUTSIDE);
    }
}
