package org.careline.api;

import java.util.List;
import org.careline.inbox.FieldFault;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be read as what it has to be. It ends the endpoint where it is found out; {@link ProblemResolver}
 * answers with the problem. Not for what was understood and cannot be done: that is a value.
 */
final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private RefusedRequest(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    static RefusedRequest because(HttpStatus status, String detail) {
        return new RefusedRequest(Problem.of(status, detail));
    }

    /** A parameter is wrong. */
    static RefusedRequest badly(String detail) {
        return because(HttpStatus.BAD_REQUEST, detail);
    }

    /** Fields are wrong: all of them are told. */
    static RefusedRequest of(HttpStatus status, String detail, List<FieldFault> faults) {
        return new RefusedRequest(Problem.of(status, detail, faults));
    }

    Problem problem() {
        return problem;
    }
}
