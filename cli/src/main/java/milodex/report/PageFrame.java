package milodex.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import milodex.ledger.Sha256;

/// The file around a page: its style and script inside, and a policy that lets nothing else in.
///
/// The policy names the hashes of that one style sheet and that one script, so that neither a
/// request nor markup that slipped through could do anything.
final class PageFrame {

  private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/";

  private PageFrame() {}

  static Html of(String title, Html body) {
    String style = read(UPLOT + "dist/uPlot.min.css") + "\n" + read("milodex/report/page.css");
    String script =
        "/*\n%s*/\n%s\n%s"
            .formatted(
                read(UPLOT + "LICENSE"),
                read(UPLOT + "dist/uPlot.iife.min.js"),
                read("milodex/report/page.js"));
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
        Html.source(style),
        body,
        Html.source(script));
  }

  /// As a Content-Security-Policy names a source.
  private static String hash(String source) {
    byte[] digest = HexFormat.of().parseHex(Sha256.of(source));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
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
