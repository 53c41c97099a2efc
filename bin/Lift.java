import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Writes a jar anew with its classes in a format that the JVM's start-up cache can keep.
///
/// The cache refuses classes of before Java 6, which have no stack maps; picocli's are such. What
/// they do stays as it is: the version goes up and the maps are computed. The build runs it
/// (`bin/app.sh`): `java bin/Lift.java FROM TO`.
final class Lift {

  private static final int NO_STACK_MAPS = 49;
  private static final int JAVA_8 = 52;

  private Lift() {}

  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    try (URLClassLoader classes = new URLClassLoader(new URL[] {from.toUri().toURL()});
        ZipInputStream in = new ZipInputStream(Files.newInputStream(from), UTF_8);
        OutputStream file = Files.newOutputStream(Path.of(arguments[1]));
        ZipOutputStream out = new ZipOutputStream(file, UTF_8)) {
      ClassFile format =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofClassLoading(classes)));
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().endsWith(".class") ? lifted(format, content) : content);
        out.closeEntry();
      }
    }
  }

  private static byte[] lifted(ClassFile format, byte[] content) {
    ClassModel model = format.parse(content);
    if (model.majorVersion() > NO_STACK_MAPS) {
      return content;
    }
    return format.transformClass(
        model,
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
            .andThen(ClassTransform.endHandler(out -> out.withVersion(JAVA_8, 0))));
  }
}
