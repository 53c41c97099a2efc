package milodex.plugins;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What reading every class of a jar comes to, before any of them is loaded.
///
/// @param faults classes that are broken or made for another Java
/// @param offences what the code could do and a rule must not; none while there are faults
record Scan(JarClasses classes, List<String> faults, List<String> offences) {

  /// What a class of a plug-in may extend beside its own kin.
  private static final Set<String> PARENTS =
      Set.of(
          "java.lang.Object",
          "java.lang.Record",
          "java.lang.Enum",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.lang.IllegalArgumentException",
          "java.lang.IllegalStateException");

  /// A class file of Java N has the version N + 44.
  private static final int BEFORE_JAVA_1 = 44;

  static Scan of(PluginJar jar, AllowList allowed) {
    List<String> faults = new ArrayList<>();
    Map<String, ClassModel> models = new TreeMap<>();
    jar.classes()
        .forEach(
            (name, bytes) -> reading(name, faults, () -> models.put(name, parse(name, bytes))));
    JarClasses classes = new JarClasses(models);
    Reach reach = new Reach(classes, allowed);
    Memory memory = new Memory(classes);
    List<String> offences = new ArrayList<>();
    models.forEach(
        (name, model) ->
            reading(
                name,
                faults,
                () -> {
                  offences.addAll(form(model, classes));
                  offences.addAll(reach.offences(model));
                  offences.addAll(memory.offences(model));
                }));
    return new Scan(classes, List.copyOf(faults), faults.isEmpty() ? offences : List.of());
  }

  /// Parts of a class file are only read when they are asked for, and may be broken even then.
  private static void reading(String name, List<String> faults, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException e) {
      faults.add("class " + name + " cannot be used: " + e.getMessage());
    }
  }

  private static ClassModel parse(String name, byte[] bytes) {
    if (bytes.length < 8) {
      throw new IllegalArgumentException("it is cut off; build the jar again");
    }
    int minor = ByteBuffer.wrap(bytes).getShort(4) & 0xFFFF;
    int major = ByteBuffer.wrap(bytes).getShort(6) & 0xFFFF;
    if (major > ClassFile.latestMajorVersion()) {
      throw new IllegalArgumentException(
          "it was compiled for Java %d, and this is Java %d; compile it with --release %d"
              .formatted(
                  major - BEFORE_JAVA_1,
                  ClassFile.latestMajorVersion() - BEFORE_JAVA_1,
                  ClassFile.latestMajorVersion() - BEFORE_JAVA_1));
    }
    if (minor == ClassFile.PREVIEW_MINOR_VERSION) {
      throw new IllegalArgumentException(
          "it uses preview features; compile it without --enable-preview");
    }
    ClassModel model = ClassFile.of().parse(bytes);
    if (!JarClasses.name(model).equals(name)) {
      throw new IllegalArgumentException(
          "it calls itself %s; build the jar again".formatted(JarClasses.name(model)));
    }
    return model;
  }

  /// What is wrong with a class by what it is, whatever its code does.
  private static List<String> form(ClassModel model, JarClasses classes) {
    String name = JarClasses.name(model);
    List<String> offences = new ArrayList<>();
    if (name.startsWith("milodex.") || name.startsWith("java.")) {
      offences.add(name + " lies in a package that is not its own: choose another package");
    }
    model
        .superclass()
        .map(JarClasses::name)
        .filter(parent -> !PARENTS.contains(parent) && !classes.has(parent))
        .ifPresent(
            parent ->
                offences.add(
                    "%s extends %s: extend nothing but classes of the jar, or an exception"
                        .formatted(name, parent)));
    for (MethodModel method : model.methods()) {
      String called = name + "." + method.methodName().stringValue();
      if ((method.flags().flagsMask() & ClassFile.ACC_NATIVE) != 0) {
        offences.add(called + " is native: write it in Java");
      }
      if (method.methodName().equalsString("finalize")) {
        offences.add(called + " runs when memory is cleared: leave it out");
      }
    }
    return offences;
  }
}
