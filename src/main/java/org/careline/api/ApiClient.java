package org.careline.api;

import java.util.Set;
import org.careline.staff.Actor;

/**
 * Who shows a token.
 *
 * @param name as {@code api-clients.yaml} has it; it stands in the log of what was done
 * @param scopes what the token may do
 */
record ApiClient(String name, Set<ApiScope> scopes) {

    /** The one token of a first run, which may do everything. */
    static final ApiClient FIRST_RUN = new ApiClient("api-token", Set.of(ApiScope.values()));

    Actor.Client actor() {
        return new Actor.Client(name);
    }

    boolean may(ApiScope scope) {
        return scopes.contains(scope);
    }

    @Override
    public String toString() {
        return name;
    }
}
