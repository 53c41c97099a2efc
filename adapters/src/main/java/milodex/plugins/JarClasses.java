package milodex.plugins;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.strategy.Template;

/// The classes of one jar, and how they descend from each other.
///
/// @param models what each class file says, by binary name
record JarClasses(Map<String, ClassModel> models) {

  static JarClasses of(Collection<ClassModel> all) {
    Map<String, ClassModel> models = new TreeMap<>();
    all.forEach(model -> models.put(name(model), model));
    return new JarClasses(models);
  }

  static String name(ClassModel model) {
    return name(model.thisClass());
  }

  static String name(ClassEntry entry) {
    return Member.binaryName(entry.asSymbol());
  }

  Collection<ClassModel> all() {
    return models.values();
  }

  boolean has(String type) {
    return models.containsKey(type);
  }

  Optional<ClassModel> find(String type) {
    return Optional.ofNullable(models.get(type));
  }

  /// The class and interfaces a class names as its own.
  static List<String> parents(ClassModel model) {
    return Stream.concat(model.superclass().stream(), model.interfaces().stream())
        .map(JarClasses::name)
        .toList();
  }

  /// Whether a class of the jar, or one it descends from within the jar, states this member.
  boolean declares(Member member) {
    return find(member.owner())
        .filter(
            model ->
                states(model, member)
                    || parents(model).stream()
                        .anyMatch(
                            parent ->
                                declares(new Member(parent, member.name(), member.descriptor()))))
        .isPresent();
  }

  /// The classes outside the jar that a class of it descends from first.
  List<String> foreignParents(String type) {
    List<String> foreign = new ArrayList<>();
    for (String parent : find(type).map(JarClasses::parents).orElse(List.of())) {
      if (has(parent)) {
        foreign.addAll(foreignParents(parent));
      } else {
        foreign.add(parent);
      }
    }
    return foreign;
  }

  /// The classes of the jar whose superclass is `type`.
  List<ClassModel> subclasses(String type) {
    return models.values().stream()
        .filter(model -> model.superclass().map(JarClasses::name).filter(type::equals).isPresent())
        .toList();
  }

  boolean isTemplate(ClassModel model) {
    return (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) == 0
        && foreignParents(name(model)).contains(Template.class.getName());
  }

  private static boolean states(ClassModel model, Member member) {
    return model.methods().stream()
            .anyMatch(
                method ->
                    method.methodName().equalsString(member.name())
                        && method.methodType().equalsString(member.descriptor()))
        || model.fields().stream()
            .anyMatch(
                field ->
                    field.fieldName().equalsString(member.name())
                        && field.fieldType().equalsString(member.descriptor()));
  }
}
