package milodex.plugins;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the classes of a jar reach: every class, method and field their constant pools name.
///
/// Code can use nothing that the pool of its class does not name, lambdas and nested classes
/// included, so nothing has to be run or followed.
///
/// @param jar the classes that may reach each other
record Reach(JarClasses jar, AllowList allowed) {

  /// The packages of the strategy module a rule is made of.
  static final Set<String> MILODEX =
      Set.of("milodex.market", "milodex.indicator", "milodex.strategy");

  /// What a class reaches and may not, each with what to do instead.
  List<String> offences(ClassModel model) {
    List<String> offences = new ArrayList<>();
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case MemberRefEntry reference -> {
          Member member = Member.of(reference);
          if (!mayUse(member)) {
            offences.add(says(model, member.toString()));
          }
        }
        case ClassEntry reference -> {
          ClassDesc type = element(reference.asSymbol());
          if (!type.isPrimitive() && !mayName(Member.binaryName(type))) {
            offences.add(says(model, Member.binaryName(type)));
          }
        }
        default -> {}
      }
    }
    return offences.stream().distinct().sorted().toList();
  }

  private static String says(ClassModel model, String reached) {
    return "%s reaches %s: %s".formatted(JarClasses.name(model), reached, Advice.on(reached));
  }

  /// Whether a class may be named, in `new`, a cast or a list of what it extends.
  private boolean mayName(String type) {
    return jar.has(type) || isMilodex(type) || allowed.knows(type);
  }

  private boolean mayUse(Member member) {
    String owner = member.owner();
    if (owner.endsWith("[]")) {
      return member.name().equals("clone");
    }
    if (jar.has(owner)) {
      return jar.declares(member) || inherits(member);
    }
    return isMilodex(owner) ? !allowed.forbidsEverywhere(member) : allowed.allows(member);
  }

  /// Whether a class of the jar has the member from a class outside that allows it.
  private boolean inherits(Member member) {
    boolean byIdentity = member.name().equals("hashCode") || allowed.forbidsEverywhere(member);
    return !byIdentity
        && jar.foreignParents(member.owner()).stream()
            .anyMatch(
                parent ->
                    isMilodex(parent)
                        || allowed.allows(new Member(parent, member.name(), member.descriptor())));
  }

  static boolean isMilodex(String type) {
    return MILODEX.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))));
  }

  private static ClassDesc element(ClassDesc type) {
    return type.isArray() ? element(type.componentType()) : type;
  }
}
