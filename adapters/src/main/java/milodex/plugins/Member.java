package milodex.plugins;

import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.stream.Collectors;

/// A method or field that a class reaches.
///
/// @param owner binary name of the class it is asked of; of an array, `int[]`
/// @param name `<init>` for a constructor
/// @param descriptor its types as class files write them
record Member(String owner, String name, String descriptor) {

  static Member of(MemberRefEntry entry) {
    return new Member(
        binaryName(entry.owner().asSymbol()),
        entry.name().stringValue(),
        entry.type().stringValue());
  }

  /// The name as `Class.getName` gives it, but arrays as the language writes them.
  static String binaryName(ClassDesc type) {
    if (type.isArray()) {
      return binaryName(type.componentType()) + "[]";
    }
    return type.isPrimitive()
        ? type.displayName()
        : type.descriptorString()
            .substring(1, type.descriptorString().length() - 1)
            .replace('/', '.');
  }

  /// A method with its parameter types, `create(long)`; a field by its name.
  String signature() {
    return descriptor.startsWith("(")
        ? MethodTypeDesc.ofDescriptor(descriptor).parameterList().stream()
            .map(ClassDesc::displayName)
            .collect(Collectors.joining(",", name + "(", ")"))
        : name;
  }

  boolean isConstructor() {
    return name.equals(ConstantDescs.INIT_NAME);
  }

  /// `java.lang.System.nanoTime()`, `new java.util.Random()`.
  @Override
  public String toString() {
    return isConstructor()
        ? "new " + owner + signature().substring(name.length())
        : owner + "." + signature();
  }
}
