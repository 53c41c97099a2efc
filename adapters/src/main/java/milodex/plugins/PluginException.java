package milodex.plugins;

import java.util.List;

/// Jars in the plug-in folder that cannot be used, with what is wrong and what to do about it.
public final class PluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean unsafe;

  private PluginException(String problems, boolean unsafe) {
    super(problems);
    this.unsafe = unsafe;
  }

  /// The jar's form is wrong: it is damaged, incomplete, or does not fit this version.
  static PluginException unfit(List<String> problems) {
    return new PluginException(String.join("\n", problems), false);
  }

  /// The jar's code could decide from what a rule must not see.
  static PluginException unsafe(List<String> problems) {
    return new PluginException(String.join("\n", problems), true);
  }

  /// What is wrong with several jars.
  static PluginException of(List<PluginException> jars) {
    return new PluginException(
        String.join("\n", jars.stream().map(PluginException::getMessage).toList()),
        jars.stream().anyMatch(PluginException::isUnsafe));
  }

  /// Whether a jar was refused for what its code could do, and not only for its form.
  public boolean isUnsafe() {
    return unsafe;
  }
}
