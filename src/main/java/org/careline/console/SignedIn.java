package org.careline.console;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells a page who is signed in: the console lets nobody else so far. */
@Component
class SignedIn implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Actor.Person.class);
    }

    @Override
    public Actor.Person resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Principal who = Objects.requireNonNull(request.getUserPrincipal(), "every page asks for a sign-in");
        return new Actor.Person(new CoordinatorId(who.getName()));
    }
}
