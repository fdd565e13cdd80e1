package marketlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;

/**
 * Text of marketlab is the same in every locale: a number in a name or a message written in the digits of the user's script
 * is one that no program finds again. The examples are left out, as their readers are people.
 */
class LocaleTest {

    /** A conversion whose outcome the locale decides; {@code %s} is not one. */
    private static final Pattern NUMBER = Pattern.compile("%(\\d+\\$)?[-#+,(0]*\\d*(\\.\\d+)?[deEfgGtT]");
    /** Our own calls that name the locale themselves, and one whose text is a pattern of JavaScript. */
    private static final Set<String> PASSED = Set.of("PlainLabel.format", "format", "say", "axis");

    private static final Set<String> CASES = Set.of("toLowerCase", "toUpperCase");

    @Test
    void formatsOfNumbersAndChangesOfCaseNameTheirLocale() throws IOException {
        List<Path> sources = sources("lib/src/main/java", "scripts/src/main/java");
        assertThat(sources).hasSizeGreaterThan(100);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, problem -> {}, null, null, files.getJavaFileObjectsFromPaths(sources));
            Places found = new Places(Trees.instance(task));
            found.scan(task.parse(), null);
            assertThat(found.places).as("give these Locale.ROOT").isEmpty();
        }
    }

    private static List<Path> sources(String... folders) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Project.root().resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java")
                                && !file.toString().contains("examples"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    /** Where the default locale would decide. */
    private static final class Places extends TreePathScanner<Void, Void> {

        final List<String> places = new ArrayList<>();
        private final Trees trees;

        Places(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text
                    && NUMBER.matcher(text.replace("%%", "")).find()
                    && !isGivenALocale(getCurrentPath())) {
                add(literal);
            }
            return super.visitLiteral(literal, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String select = call.getMethodSelect().toString();
            String name = select.substring(select.lastIndexOf('.') + 1);
            int arguments = call.getArguments().size();
            boolean caseOfText = CASES.contains(name) && arguments == 0;
            if (caseOfText || select.equals("DateTimeFormatter.ofPattern") && arguments == 1) {
                add(call);
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
            if (reference.toString().startsWith("String::to")
                    && CASES.contains(reference.getName().toString())) {
                add(reference);
            }
            return super.visitMemberReference(reference, nothing);
        }

        /** Whether the call that a text is for names a locale. */
        private static boolean isGivenALocale(TreePath text) {
            TreePath path = text;
            while (path != null && !(path.getLeaf() instanceof MethodInvocationTree)) {
                path = path.getParentPath();
            }
            return path != null
                    && path.getLeaf() instanceof MethodInvocationTree call
                    && (PASSED.contains(call.getMethodSelect().toString())
                            || !call.getArguments().isEmpty()
                                    && call.getArguments().get(0).toString().startsWith("Locale."));
        }

        private void add(Tree tree) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            places.add(Path.of(unit.getSourceFile().toUri()).getFileName() + ":"
                    + unit.getLineMap().getLineNumber(start) + " " + tree);
        }
    }
}
