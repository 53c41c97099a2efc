package milodex.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The file around a page: its style and script inside, and a policy that lets nothing else in.
///
/// The policy names the hashes of that one style sheet and that one script, so that neither a
/// request nor markup that slipped through could do anything.
final class PageFrame {

  private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/";

  private PageFrame() {}

  static Html of(String title, Html body) {
    String style = read(UPLOT + "dist/uPlot.min.css") + "\n" + read("milodex/report/page.css");
    String script = read(UPLOT + "dist/uPlot.iife.min.js") + "\n" + read("milodex/report/page.js");
    return Html.of(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{}'; \
        script-src '{}'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{}</title>
        <!-- Charts: uPlot 1.6.30, https://github.com/leeoniya/uPlot
        {}-->
        <style>{}</style>
        </head>
        <body>
        <main>
        {}</main>
        <footer>
        <p>Made by Milodex from a simulated run. Not financial advice; nothing here promises a
        return.</p>
        </footer>
        <script>{}</script>
        </body>
        </html>
        """,
        hash(style),
        hash(script),
        title,
        read(UPLOT + "LICENSE"),
        Html.source(style),
        body,
        Html.source(script));
  }

  /// As a Content-Security-Policy names a source.
  private static String hash(String source) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String read(String resource) {
    try (InputStream in = PageFrame.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own part " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
