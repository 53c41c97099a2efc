package milodex.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What a plug-in may use of the JDK, as `allowed.txt` lists it.
///
/// @param members what is said of each class, of `package.*`, and under `*` of all
record AllowList(Map<String, List<String>> members) {

  private static final String EVERYTHING = "*";

  /// The list that comes with the program.
  static AllowList shipped() {
    try (InputStream in =
        Objects.requireNonNull(AllowList.class.getResourceAsStream("allowed.txt"))) {
      return parse(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AllowList parse(String text) {
    Map<String, List<String>> members = new TreeMap<>();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      int colon = line.indexOf(": ");
      members
          .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
          .addAll(Arrays.asList(line.substring(colon + 2).strip().split(" ")));
    }
    return new AllowList(members);
  }

  /// The classes listed by name.
  Set<String> classes() {
    return members.keySet();
  }

  /// Whether any member of the class may be used, or at least its name.
  boolean knows(String type) {
    return members.containsKey(type) || members.containsKey(packageOf(type));
  }

  /// Whether no class may use a member of this name, wherever it comes from.
  boolean forbidsEverywhere(Member member) {
    return said(EVERYTHING).contains("-" + member.name());
  }

  /// Whether this member of a class of the JDK may be used.
  boolean allows(Member member) {
    List<String> said = new ArrayList<>(said(member.owner()));
    said.addAll(said(packageOf(member.owner())));
    if (forbidsEverywhere(member)
        || said.contains("-" + member.name())
        || said.contains("-" + member.signature())) {
      return false;
    }
    return said.contains(EVERYTHING)
        || said.contains(member.name())
        || said.contains(member.signature());
  }

  private List<String> said(String type) {
    return members.getOrDefault(type, List.of());
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('.') + 1) + EVERYTHING;
  }
}
