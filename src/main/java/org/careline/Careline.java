package org.careline;

import org.careline.embedded.StoreProcess;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Careline, a self-hosted front desk for clinics. Nothing but the start stands here. */
@Modulithic(systemName = "Careline")
@SpringBootApplication
@ConfigurationPropertiesScan
public class Careline {

    public static void main(String[] args) throws InterruptedException {
        if (StoreProcess.isWanted(args)) {
            System.exit(StoreProcess.run(System.out, args));
        }
        SpringApplication.run(Careline.class, args);
    }
}
