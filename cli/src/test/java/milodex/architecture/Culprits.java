package milodex.architecture;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import milodex.broker.OrderEntry;
import milodex.risk.ApprovedOrder;

/// One offender for each law, so that every law is seen to bite.
final class Culprits {

  static int remembered;

  private Culprits() {}

  record Keeper(ApprovedOrder order) {}

  record Hoarder(Optional<List<ApprovedOrder>> orders) {}

  static final class Sender {
    Object send(OrderEntry broker, ApprovedOrder order) {
      return broker.submit(order);
    }
  }

  static final class Watch {
    Supplier<Instant> byReference() {
      return Instant::now;
    }

    long byCall() {
      return System.nanoTime();
    }
  }

  static final class Gambler {
    int unseeded() {
      return new Random().nextInt();
    }

    int seeded(long seed) {
      return new Random(seed).nextInt();
    }

    UUID identity() {
      return UUID.randomUUID();
    }
  }

  static final class Reader {
    InputStream open(String name) throws IOException {
      return new FileInputStream(name);
    }

    byte[] whole(Path path) throws IOException {
      return Files.readAllBytes(path);
    }

    String drivers() {
      return DriverManager.getDrivers().toString();
    }
  }

  static final class Streamer {
    int next(InputStream in) throws IOException {
      return in.read();
    }
  }

  static final class Mirror {
    Object look() {
      return Culprits.class.getDeclaredFields()[0];
    }

    List<String> harmless() {
      return new ArrayList<>();
    }
  }
}
