package milodex.cli;

import milodex.strategy.Origin;

/// Where a template came from, in words and as data.
final class OriginText {

  private OriginText() {}

  static String of(Origin origin) {
    return switch (origin) {
      case Origin.Shipped _ -> "shipped";
      case Origin.Plugin plugin -> "plug-in " + plugin.jar();
    };
  }

  /// Puts `origin`, and of a plug-in its `jar` and the SHA-256 of its classes as `plugin_code`.
  static Data put(Data data, Origin origin) {
    return switch (origin) {
      case Origin.Shipped _ -> data.text("origin", "shipped");
      case Origin.Plugin plugin ->
          data.text("origin", "plugin")
              .text("jar", plugin.jar())
              .text("plugin_code", plugin.sha256());
    };
  }
}
