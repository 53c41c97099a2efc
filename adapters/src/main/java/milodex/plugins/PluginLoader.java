package milodex.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import milodex.strategy.Template;

/// Loads the scanned classes of one jar; beside them it sees what a rule may see, and the JDK.
final class PluginLoader extends ClassLoader {

  private static final ClassLoader MILODEX = Template.class.getClassLoader();

  private final PluginJar jar;

  PluginLoader(PluginJar jar) {
    super(jar.name(), getPlatformClassLoader());
    this.jar = jar;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (Reach.isMilodex(name)) {
      return MILODEX.loadClass(name);
    }
    byte[] bytes = jar.classes().get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /// The service file alone, from memory: the jar may have changed since it was scanned.
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(PluginJar.SERVICES)
        ? Collections.enumeration(
            List.of(URL.of(URI.create("plugin:/" + PluginJar.SERVICES), services())))
        : Collections.emptyEnumeration();
  }

  private URLStreamHandler services() {
    byte[] lines = String.join("\n", jar.services()).getBytes(StandardCharsets.UTF_8);
    return new URLStreamHandler() {
      @Override
      protected URLConnection openConnection(URL url) {
        return new URLConnection(url) {
          @Override
          public void connect() {}

          @Override
          public InputStream getInputStream() {
            return new ByteArrayInputStream(lines);
          }
        };
      }
    };
  }
}
