package org.careline.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Measures the shape of the code and prints it: {@code java src/test/java/org/careline/house/HouseFigures.java}. Code lines
 * are those that are neither blank nor comment. Parameters are those of public methods and constructors of public top-level
 * types, and the components of public records.
 */
public final class HouseFigures {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path TEST = Path.of("src", "test", "java");

    /** Methods that are longer are listed. */
    private static final int LONG = 25;

    private final List<Integer> files = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();
    private int types;
    private int publicTypes;
    private int parameters;
    private int bareParameters;
    private int nulls;

    private record Method(String name, int lines) {}

    public static void main(String... arguments) throws IOException {
        new HouseFigures().measured(MAIN).print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private HouseFigures measured(Path root) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources(root)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                files.add(codeLines(unit.getSourceFile().getCharContent(true).toString()));
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree top) {
                        types++;
                        publicTypes += isPublic(top) ? 1 : 0;
                        new InType(unit, positions, isPublic(top)).scan(top, null);
                    }
                }
            }
        }
        return this;
    }

    private void print(PrintStream out) throws IOException {
        int main = files.stream().mapToInt(Integer::intValue).sum();
        out.printf(Locale.ROOT, "code lines, main            %,d%n", main);
        out.printf(
                Locale.ROOT,
                "code lines, test            %,d (test : main %.2f)%n",
                lines(TEST),
                lines(TEST) / (double) main);
        out.printf(Locale.ROOT, "public top-level types      %s of %d%n", percent(publicTypes, types), types);
        out.printf(
                Locale.ROOT,
                "file median / p90 / max     %d / %d / %d%n",
                of(files, 50),
                of(files, 90),
                of(files, 100));
        List<Integer> bodies = methods.stream().map(Method::lines).toList();
        out.printf(
                Locale.ROOT,
                "method median / p90 / max   %d / %d / %d%n",
                of(bodies, 50),
                of(bodies, 90),
                of(bodies, 100));
        out.printf(
                Locale.ROOT,
                "String, primitive parameters %s (%d of %d)%n",
                percent(bareParameters, parameters),
                bareParameters,
                parameters);
        out.printf(Locale.ROOT, "null per 1,000 lines        %.1f%n", nulls * 1_000d / main);
        out.printf("methods over %d lines:%n", LONG);
        methods.stream()
                .filter(method -> method.lines > LONG)
                .sorted(Comparator.comparingInt(Method::lines).reversed())
                .forEach(method -> out.printf("  %3d %s%n", method.lines, method.name));
        out.println("test : main by room");
        for (Map.Entry<String, Integer> room : rooms(MAIN).entrySet()) {
            int tests = rooms(TEST).getOrDefault(room.getKey(), 0);
            out.printf(
                    Locale.ROOT,
                    "  %-12s %,6d : %,6d  %.2f%n",
                    room.getKey(),
                    tests,
                    room.getValue(),
                    tests / (double) room.getValue());
        }
    }

    private static Map<String, Integer> rooms(Path root) throws IOException {
        Map<String, Integer> rooms = new TreeMap<>();
        Path house = root.resolve(Path.of("org", "careline"));
        for (Path source : sources(root)) {
            Path inside = house.relativize(source);
            if (inside.getNameCount() > 1) {
                rooms.merge(inside.getName(0).toString(), codeLines(Files.readString(source)), Integer::sum);
            }
        }
        return rooms;
    }

    private static int lines(Path root) throws IOException {
        int lines = 0;
        for (Path source : sources(root)) {
            lines += codeLines(Files.readString(source));
        }
        return lines;
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static int codeLines(String source) {
        return (int) source.lines()
                .map(String::strip)
                .filter(line ->
                        !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*") && !line.startsWith("*"))
                .count();
    }

    private static int of(List<Integer> values, int percent) {
        List<Integer> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) * percent / 100);
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100d * part / whole);
    }

    private static boolean isPublic(ClassTree type) {
        return type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    private static boolean bare(VariableTree parameter) {
        Tree type = parameter.getType();
        return type instanceof PrimitiveTypeTree
                || (type != null && type.toString().matches("(@\\w+(\\(\\))? )*String"));
    }

    /** Looks at everything in a top-level type. */
    private final class InType extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final boolean seen;

        InType(CompilationUnitTree unit, SourcePositions positions, boolean seen) {
            this.unit = unit;
            this.positions = positions;
            this.seen = seen;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (seen && isPublic(type) && type.getKind() == Tree.Kind.RECORD) {
                type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(VariableTree.class::cast)
                        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                        .forEach(this::count);
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            if (seen && method.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                method.getParameters().forEach(this::count);
            }
            BlockTree body = method.getBody();
            if (body != null) {
                methods.add(new Method(name(method), lines(body)));
            }
            return super.visitMethod(method, null);
        }

        private void count(VariableTree parameter) {
            parameters++;
            bareParameters += bare(parameter) ? 1 : 0;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            nulls += literal.getKind() == Tree.Kind.NULL_LITERAL ? 1 : 0;
            return super.visitLiteral(literal, null);
        }

        private String name(MethodTree method) {
            return Path.of(unit.getSourceFile().getName()).getFileName() + "." + method.getName();
        }

        /** Without its braces. */
        private int lines(BlockTree body) {
            int start = (int) positions.getStartPosition(unit, body);
            int end = (int) positions.getEndPosition(unit, body);
            try {
                String text = unit.getSourceFile().getCharContent(true).toString();
                return Math.max(0, codeLines(text.substring(start, end)) - 2);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
