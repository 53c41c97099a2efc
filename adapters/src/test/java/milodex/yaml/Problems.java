package milodex.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import milodex.config.ConfigException;
import milodex.config.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What a reading complained about, line by line.
final class Problems {

  private Problems() {}

  static List<String> of(ThrowingCallable reading) {
    Throwable thrown = catchThrowable(reading);
    assertThat(thrown).isInstanceOf(ConfigException.class);
    return ((ConfigException) thrown).problems().stream().map(Problem::toString).toList();
  }
}
