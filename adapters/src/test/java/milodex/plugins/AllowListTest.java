package milodex.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list names classes and members that are there, and none that opens a way out.
class AllowListTest {

  private static final AllowList ALLOWED = AllowList.shipped();

  @Test
  void everyClassAndMemberListedExists() throws ClassNotFoundException {
    for (Map.Entry<String, List<String>> line : ALLOWED.members().entrySet()) {
      if (line.getKey().endsWith("*")) {
        continue;
      }
      Set<String> there = members(Class.forName(line.getKey()));
      for (String said : line.getValue()) {
        String member = said.startsWith("-") ? said.substring(1) : said;
        if (!Set.of("*", "nothing").contains(member)) {
          assertThat(there).as(line.getKey()).contains(member);
        }
      }
    }
  }

  @Test
  void aMemberWithItsTypesIsThatOneOnly() {
    assertThat(ALLOWED.allows(new Member("java.util.Random", "<init>", "(J)V"))).isTrue();
    assertThat(ALLOWED.allows(new Member("java.util.Random", "<init>", "()V"))).isFalse();
    assertThat(
            ALLOWED.allows(new Member("java.util.random.RandomGeneratorFactory", "create", "()V")))
        .isFalse();
  }

  @Test
  void whatIsForbiddenEverywhereIsForbiddenInEveryClassListed() {
    for (String type : ALLOWED.classes()) {
      assertThat(ALLOWED.allows(new Member(type, "now", "()V"))).as(type).isFalse();
      assertThat(ALLOWED.allows(new Member(type, "parallelStream", "()V"))).as(type).isFalse();
    }
  }

  @Test
  void noClassListedReachesTheWorldThroughWhatItsMembersTake() {
    assertThat(ALLOWED.classes())
        .noneMatch(type -> type.startsWith("java.io.") || type.startsWith("java.nio."))
        .noneMatch(type -> type.startsWith("java.util.concurrent."))
        .noneMatch(type -> type.contains("Thread") || type.contains("Clock"));
  }

  /// Names, and names with parameter types, of everything a class has.
  private static Set<String> members(Class<?> type) {
    Set<String> members = new TreeSet<>();
    Stream.of(type.getMethods(), type.getDeclaredMethods(), type.getConstructors())
        .flatMap(Arrays::stream)
        .forEach(
            member -> {
              String name = member instanceof Method ? member.getName() : "<init>";
              members.add(name);
              members.add(name + parameters(member));
            });
    Arrays.stream(type.getDeclaredConstructors()).forEach(_ -> members.add("<init>"));
    Arrays.stream(type.getFields()).map(Field::getName).forEach(members::add);
    return members;
  }

  private static String parameters(Executable member) {
    return Arrays.stream(member.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(",", "(", ")"));
  }
}
