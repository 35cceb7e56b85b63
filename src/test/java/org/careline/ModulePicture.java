package org.careline;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The modules and who knows whom, as Mermaid draws it. An arrow is left out where a longer way says the same; what is
 * allowed beyond the picture is in each {@code package-info.java}.
 *
 * @param known by the name of each module, those that it uses
 */
record ModulePicture(Map<String, Set<String>> known) {

    static ModulePicture of(ApplicationModules modules) {
        Map<String, Set<String>> known = new TreeMap<>();
        for (ApplicationModule module : modules) {
            known.put(
                    name(module),
                    module.getDirectDependencies(modules)
                            .uniqueModules()
                            .map(ModulePicture::name)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return new ModulePicture(known);
    }

    String mermaid() {
        StringBuilder picture = new StringBuilder("```mermaid\nflowchart TD\n");
        known.forEach((module, used) -> {
            Set<String> drawn = new TreeSet<>(used);
            used.forEach(one -> drawn.removeAll(reached(one)));
            if (!drawn.isEmpty()) {
                picture.append("    %s --> %s\n".formatted(module, String.join(" & ", drawn)));
            }
        });
        return picture.append("```\n").toString();
    }

    /** Everything that a module leads to, without itself. */
    private Set<String> reached(String module) {
        Set<String> reached = new TreeSet<>();
        for (String next : known.getOrDefault(module, Set.of())) {
            reached.add(next);
            reached.addAll(reached(next));
        }
        return reached;
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
