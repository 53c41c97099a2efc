package milodex.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody outside the gate's package can make what a broker takes: the compiler refuses.
class ForgeryTest {

  @TempDir Path classes;

  @Test
  void anHonestCallerCompiles() {
    assertThat(
            errors(
                """
                Verdict judged(RiskGate gate, Proposal proposal, Circumstances facts) {
                  return gate.judge(gate.trim(proposal, facts), facts);
                }
                """))
        .isEmpty();
  }

  @Test
  void anApprovedOrderCannotBeConstructed() {
    assertThat(errors("Object forged(Proposal p) { return new ApprovedOrder(null, p); }"))
        .anyMatch(error -> error.contains("ApprovedOrder") && error.contains("not public"));
  }

  @Test
  void anApprovedOrderCannotBeConstructedByReference() {
    assertThat(
            errors(
                """
                java.util.function.BiFunction<milodex.ledger.ClientOrderId, Proposal, ApprovedOrder>
                    maker = ApprovedOrder::new;
                """))
        .anyMatch(error -> error.contains("ApprovedOrder") && error.contains("not public"));
  }

  @Test
  void anApprovedOrderCannotBeExtended() {
    assertThat(errors("class Forged extends ApprovedOrder { Forged() { super(null, null); } }"))
        .anyMatch(error -> error.contains("final milodex.risk.ApprovedOrder"));
    assertThat(errors("Object forged = new ApprovedOrder(null, null) {};"))
        .anyMatch(error -> error.contains("ApprovedOrder"));
  }

  @Test
  void anApprovedOrderCannotBeTakenApartAndPutTogetherLikeARecord() {
    assertThat(
            errors(
                """
                boolean forged(Object order) {
                  return order instanceof ApprovedOrder(var id, var proposal);
                }
                """))
        .isNotEmpty();
    assertThat(errors("Object forged(ApprovedOrder order) { return order.proposal; }"))
        .anyMatch(error -> error.contains("private"));
  }

  @Test
  void theGateCannotBeReplacedAndItsChecksCannotBeChosen() {
    assertThat(errors("class Lax extends RiskGate { Lax() { super(null); } }"))
        .anyMatch(error -> error.contains("final milodex.risk.RiskGate"));
    assertThat(errors("Object lax(RiskPolicy p) { return new RiskGate(p, java.util.List.of()); }"))
        .isNotEmpty();
    assertThat(errors("Object none = Checks.all();")).isNotEmpty();
  }

  @Test
  void aVerdictOfAnotherKindCannotBeAdded() {
    assertThat(
            errors(
                """
                record Lenient(java.util.List<milodex.ledger.Finding> findings)
                    implements Verdict {}
                """))
        .isNotEmpty();
  }

  @Test
  void theOnlyConstructorOfAnApprovedOrderIsThePackagesOwn() {
    for (Constructor<?> constructor : ApprovedOrder.class.getDeclaredConstructors()) {
      int modifiers = constructor.getModifiers();
      assertThat(Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)).isFalse();
    }
    assertThat(ApprovedOrder.class).isFinal();
    assertThat(ApprovedOrder.class.getInterfaces()).isEmpty();
  }

  private List<String> errors(String member) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ENGLISH, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-d",
              classes.toString(),
              "-classpath",
              System.getProperty("java.class.path"));
      compiler.getTask(null, files, found, options, null, List.of(source(member))).call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
        .toList();
  }

  private static JavaFileObject source(String member) {
    String text = "package forger; import milodex.risk.*; class Forger { " + member + " }";
    return new SimpleJavaFileObject(
        URI.create("string:///forger/Forger.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
