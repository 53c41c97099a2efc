package milodex.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A real browser without a window, spoken to in its DevTools protocol.
final class Chromium implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String LISTENING = "DevTools listening on ";
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private final WebSocket socket;
  private final String session;
  private int asked;

  private Chromium(Process process, URI address) {
    this.process = process;
    socket = client.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    String target =
        ask("Target.createTarget", JSON.createObjectNode().put("url", "about:blank"), "")
            .get("targetId")
            .asText();
    session =
        ask(
                "Target.attachToTarget",
                JSON.createObjectNode().put("targetId", target).put("flatten", true),
                "")
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      tell(domain + ".enable", JSON.createObjectNode());
    }
  }

  /// The program, if one is installed.
  static Optional<Path> installed() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(
            folder ->
                List.of("chromium", "chromium-browser").stream().map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// @param profile an empty folder of its own
  static Chromium start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = process.errorReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return new Chromium(process, URI.create(line.substring(LISTENING.length()).strip()));
      }
    }
    throw new IOException("chromium ended before it listened");
  }

  /// Opens a page in a window of this width and waits until it is loaded.
  void open(URI page, int width, boolean dark) {
    events.clear();
    ObjectNode size = JSON.createObjectNode();
    tell(
        "Emulation.setDeviceMetricsOverride",
        size.put("width", width)
            .put("height", 900)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 500));
    ObjectNode media = JSON.createObjectNode();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", dark ? "dark" : "light");
    tell("Emulation.setEmulatedMedia", media);
    tell("Page.navigate", JSON.createObjectNode().put("url", page.toString()));
    await("Page.loadEventFired");
  }

  /// What an expression, or the promise it gives, comes to.
  JsonNode evaluate(String expression) {
    JsonNode answer =
        tell(
            "Runtime.evaluate",
            JSON.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  /// Everything since the page was opened that the console or the log of the browser holds.
  List<String> complaints() {
    return events.stream()
        .filter(
            event ->
                List.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
                    .contains(event.get("method").asText()))
        .map(JsonNode::toString)
        .toList();
  }

  /// The address of everything the browser wanted to have for the page.
  List<String> requests() {
    return events.stream()
        .filter(event -> event.get("method").asText().equals("Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url").asText())
        .toList();
  }

  /// The whole page as a PNG.
  byte[] picture() {
    JsonNode answer =
        tell(
            "Page.captureScreenshot",
            JSON.createObjectNode().put("format", "png").put("captureBeyondViewport", true));
    return Base64.getDecoder().decode(answer.get("data").asText());
  }

  /// Asks it to end, and ends it if it does not.
  @Override
  public void close() {
    try {
      ask("Browser.close", JSON.createObjectNode(), "");
      boolean _ = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
      client.shutdownNow();
    }
  }

  private JsonNode tell(String method, ObjectNode parameters) {
    return ask(method, parameters, session);
  }

  private JsonNode ask(String method, ObjectNode parameters, String session) {
    ObjectNode message = JSON.createObjectNode().put("id", ++asked).put("method", method);
    message.set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).join();
    while (true) {
      JsonNode answer = next(method);
      if (answer.path("id").asInt() == asked) {
        if (answer.has("error")) {
          throw new AssertionError(method + ": " + answer.get("error"));
        }
        return answer.get("result");
      }
      events.add(answer);
    }
  }

  private void await(String method) {
    while (events.stream().noneMatch(event -> event.path("method").asText().equals(method))) {
      events.add(next(method));
    }
  }

  private JsonNode next(String waitingFor) {
    try {
      JsonNode message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("the browser said nothing about " + waitingFor);
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        heard.add(read(parts.toString()));
        parts.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(part);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
