package milodex.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milodex.cli.Project;
import org.junit.jupiter.api.Test;

/// Every law holds over all main code, and is broken by its offender.
class LawsTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("milodex");
  private static final JavaClasses CULPRITS =
      new ClassFileImporter().importPackages("milodex.architecture");
  private static final List<String> HERE = List.of("milodex.architecture");

  @Test
  void thePackageTableIsWhatTheSourcesSay() throws IOException {
    assertThat(PackageTable.ofDocument(Project.root()).rows())
        .containsExactlyInAnyOrderElementsOf(PackageTable.ofSources(Project.root()).rows());
  }

  @Test
  void theTableNamesEveryPackageThatHasClasses() throws IOException {
    Set<String> packages =
        MAIN.stream().map(c -> c.getPackageName()).collect(Collectors.toCollection(TreeSet::new));
    assertThat(PackageTable.ofDocument(Project.root()).names()).containsAll(packages);
    assertThat(packages).contains("milodex.market", "milodex.risk", "milodex.cli");
  }

  @Test
  void packagesUseOnlyWhatStandsAboveThem() throws IOException {
    List<String> table = PackageTable.ofDocument(Project.root()).names();
    holds(Laws.layers(table));
    assertThat(broken(Laws.layers(HERE))).anyMatch(s -> s.contains("OrderEntry"));
  }

  @Test
  void onlyExecutionSendsOrders() {
    holds(Laws.onlyExecutionSendsOrders());
    assertThat(culprits(Laws.onlyExecutionSendsOrders())).containsExactly("Sender");
  }

  @Test
  void onlyTheGateApproves() {
    holds(Laws.onlyTheGateApproves());
    // The gate itself is what the rule would catch anywhere else.
    assertThat(MAIN.get("milodex.risk.RiskGate").getConstructorCallsFromSelf())
        .anyMatch(call -> call.getTargetOwner().getSimpleName().equals("ApprovedOrder"));
  }

  @Test
  void noApprovalIsKept() {
    holds(Laws.noApprovalIsKept());
    assertThat(culprits(Laws.noApprovalIsKept())).containsExactly("Hoarder", "Keeper");
  }

  @Test
  void timeChanceAndIdentityAreHandedIn() {
    holds(Laws.noClockAndNoChance());
    assertThat(culprits(Laws.noClockAndNoChance())).containsExactly("Gambler", "Watch");
    assertThat(broken(Laws.noClockAndNoChance()))
        .hasSize(4)
        .noneMatch(violation -> violation.contains("seeded(long)"));
  }

  @Test
  void rulesCannotTouchTheWorld() throws IOException {
    holds(Laws.noInputOrOutput(PackageTable.ofDocument(Project.root()).names("strategy")));
    assertThat(culprits(Laws.noInputOrOutput(HERE))).contains("Reader", "Streamer");
  }

  @Test
  void theEngineOpensNothing() throws IOException {
    List<String> engine = PackageTable.ofDocument(Project.root()).names("engine");
    holds(Laws.noFilesNoNetworkNoDatabase(engine));
    assertThat(culprits(Laws.noFilesNoNetworkNoDatabase(HERE)))
        .contains("Reader")
        .doesNotContain("Streamer");
  }

  @Test
  void eachTechnologyHasOneHome() {
    holds(Laws.onlyIn("milodex.yaml", "org.snakeyaml.."));
    holds(Laws.onlyIn("milodex.sqlite", "org.sqlite.."));
    holds(Laws.onlyIn("milodex.files", "dev.hardwood..", "blue.strategic..", "org.apache.."));
    holds(Laws.onlyIn("milodex.plugins", "java.lang.classfile.."));
    holds(Laws.onlyIn("milodex.cli", "picocli.."));
    assertThat(culprits(Laws.onlyIn("milodex.sqlite", "java.sql.."))).containsExactly("Reader");
  }

  @Test
  void thereIsNoReflection() {
    holds(Laws.noReflection());
    assertThat(culprits(Laws.noReflection())).containsExactly("Mirror");
  }

  @Test
  void nothingIsRememberedInStatics() {
    holds(Laws.noMutableStatics());
    assertThat(culprits(Laws.noMutableStatics())).containsExactly("Culprits");
  }

  private static void holds(ArchRule law) {
    EvaluationResult result = law.evaluate(MAIN);
    assertThat(result.getFailureReport().getDetails()).as(law.getDescription()).isEmpty();
  }

  private static List<String> broken(ArchRule law) {
    return law.evaluate(CULPRITS).getFailureReport().getDetails();
  }

  /// The offenders a law names, without their number of offences.
  private static Set<String> culprits(ArchRule law) {
    Pattern name = Pattern.compile("Culprits(?:\\$(\\w+))?");
    return broken(law).stream()
        .flatMap(violation -> name.matcher(violation).results().limit(1))
        .flatMap(found -> Stream.of(found.group(1) == null ? "Culprits" : found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
