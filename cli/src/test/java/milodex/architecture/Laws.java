package milodex.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import milodex.broker.OrderEntry;
import milodex.risk.ApprovedOrder;
import milodex.risk.RiskGate;

/// The laws as rules over classes.
final class Laws {

  private Laws() {}

  /// A package uses only packages in rows above its own.
  static ArchRule layers(List<String> table) {
    return classes()
        .should(
            new ArchCondition<>("use only packages in rows above their own") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                Set<String> allowed =
                    new HashSet<>(table.subList(0, table.indexOf(item.getPackageName()) + 1));
                item.getDirectDependenciesFromSelf().stream()
                    .filter(d -> d.getTargetClass().getPackageName().startsWith("milodex"))
                    .filter(d -> !allowed.contains(d.getTargetClass().getPackageName()))
                    .forEach(
                        d -> events.add(SimpleConditionEvent.violated(item, d.getDescription())));
              }
            });
  }

  /// Nothing reaches a broker but through execution; a brokerage may hand on to another one.
  static ArchRule onlyExecutionSendsOrders() {
    return classes()
        .that()
        .resideOutsideOfPackage("milodex.execution..")
        .and()
        .areNotAssignableTo(OrderEntry.class)
        .should(
            notAccess(
                "send an order",
                access ->
                    access.getName().equals("submit")
                        && access.getTargetOwner().isAssignableTo(OrderEntry.class)));
  }

  /// Only the gate makes what a broker takes.
  static ArchRule onlyTheGateApproves() {
    return classes()
        .that(not(equivalentTo(RiskGate.class)))
        .should(
            notAccess(
                "approve an order",
                access ->
                    access.getName().equals("<init>")
                        && access.getTargetOwner().isEquivalentTo(ApprovedOrder.class)));
  }

  /// An approval is passed on at once and never kept.
  static ArchRule noApprovalIsKept() {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("milodex.risk")
        .should()
        .haveRawType(holding(ApprovedOrder.class))
        .orShould(
            new ArchCondition<JavaField>("hold one in a container") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                if (field.getAllInvolvedRawTypes().stream()
                    .anyMatch(type -> type.isEquivalentTo(ApprovedOrder.class))) {
                  events.add(SimpleConditionEvent.satisfied(field, field.getFullName()));
                }
              }
            });
  }

  /// Time, chance and identity are handed in.
  static ArchRule noClockAndNoChance() {
    return classes()
        .that()
        .resideOutsideOfPackage("milodex.cli..")
        .should(notAccess("take time, chance or identity from outside", Laws::isClockOrChance));
  }

  /// Rules cannot touch the world at all.
  static ArchRule noInputOrOutput(List<String> packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages.toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            world().or(resideInAnyPackage("java.io..").and(not(equivalentTo(Serializable.class)))));
  }

  /// Rules about acting may fill a stream they are handed, and open nothing.
  static ArchRule noFilesNoNetworkNoDatabase(List<String> packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages.toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            world()
                .or(
                    describe(
                        "files of java.io",
                        type ->
                            type.getPackageName().equals("java.io")
                                && (type.getSimpleName().startsWith("File")
                                    || type.getSimpleName().equals("RandomAccessFile")))));
  }

  /// A technology has one package that knows it.
  static ArchRule onlyIn(String home, String... technology) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(technology);
  }

  /// What the compiler has proved stays so. Only the reader of facts and states makes records by
  /// their components, of no other kinds than those that facts and states are made of.
  static ArchRule noReflection() {
    return classes()
        .that()
        .doNotHaveFullyQualifiedName("milodex.ledger.RecordReader")
        .and()
        .doNotHaveFullyQualifiedName("milodex.ledger.RecordShape")
        .should(
            notAccess(
                "use reflection",
                access -> {
                  String owner = access.getTargetOwner().getName();
                  return owner.startsWith("java.lang.reflect.")
                      || owner.equals("java.lang.invoke.MethodHandles$Lookup")
                      || (owner.equals("java.lang.Class")
                          && access
                              .getName()
                              .matches("forName|get(Declared|Record|Method|Field).*"));
                }));
  }

  /// Nothing is remembered between two calls but in objects that are handed on.
  static ArchRule noMutableStatics() {
    return fields().that().areStatic().should().beFinal();
  }

  private static DescribedPredicate<JavaClass> world() {
    return resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "java.net..",
            "java.nio.file..",
            "java.nio.channels..",
            "org.sqlite..",
            "org.snakeyaml..",
            "picocli..")
        .or(describe("processes", type -> type.getName().startsWith("java.lang.Process")));
  }

  private static DescribedPredicate<JavaClass> holding(Class<?> type) {
    return describe("of type " + type.getSimpleName(), held -> held.isEquivalentTo(type));
  }

  private static ArchCondition<JavaClass> notAccess(
      String description, Predicate<JavaAccess<?>> forbidden) {
    return new ArchCondition<>("not " + description) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getAccessesFromSelf().stream()
            .filter(forbidden)
            .forEach(a -> events.add(SimpleConditionEvent.violated(item, a.getDescription())));
      }
    };
  }

  private static boolean isClockOrChance(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    boolean bare = access.getTarget().getFullName().endsWith("()");
    return switch (owner) {
      case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
      case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom" -> true;
      case "java.util.Date", "java.util.Random", "java.util.SplittableRandom" ->
          name.equals("<init>") && bare;
      case "java.util.random.RandomGenerator" -> name.equals("of") || name.equals("getDefault");
      case "java.util.random.RandomGeneratorFactory" -> name.equals("create") && bare;
      case "java.util.Collections" ->
          access.getTarget().getFullName().endsWith(".shuffle(java.util.List)");
      default -> owner.startsWith("java.time.") && name.matches("now|system.*");
    };
  }
}
