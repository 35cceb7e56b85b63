package org.careline;

import org.careline.api.ApiClientProcess;
import org.careline.embedded.StoreProcess;
import org.careline.rehearsal.Rehearsals;
import org.careline.settings.CheckProcess;
import org.careline.telephony.RoutingCheckProcess;
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
        if (ApiClientProcess.isWanted(args)) {
            System.exit(ApiClientProcess.run(System.out, args));
        }
        if (CheckProcess.isWanted(args)) {
            System.exit(CheckProcess.run(System.out, args));
        }
        if (RoutingCheckProcess.isWanted(args)) {
            System.exit(RoutingCheckProcess.run(System.out, args));
        }
        if (Rehearsals.isWanted(args)) {
            System.exit(Rehearsals.run(Careline.class, System.out, args));
        }
        SpringApplication.run(Careline.class, args);
    }
}
