package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.files.CsvText.BrokenFieldException;
import org.junit.jupiter.api.Test;

class CsvTextTest {

  @Test
  void numbersAreReadToTheLastBit() throws BrokenFieldException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    for (int i = 0; i < 20_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
      String text =
          random.nextBoolean()
              ? Double.toString(value)
              : BigDecimal.valueOf(value)
                  .setScale(random.nextInt(9), RoundingMode.HALF_EVEN)
                  .toPlainString();
      assertThat(CsvText.number("close", text)).isEqualTo(Double.parseDouble(text) + 0.0);
    }
  }

  @Test
  void whatIsNoPlainNumberIsRefused() {
    for (String text :
        new String[] {"", "-", ".", "1,5", "1.2.3", "0x1p3", "1d", " 1", "1_0", "n/a"}) {
      assertThatThrownBy(() -> CsvText.number("open", text))
          .isInstanceOf(BrokenFieldException.class)
          .hasMessage("open '" + text + "' is not a number");
    }
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    for (String text : new String[] {"NaN", "nan", "Infinity", "-inf", "1e999"}) {
      assertThatThrownBy(() -> CsvText.number("open", text))
          .isInstanceOf(BrokenFieldException.class)
          .hasMessage("open '" + text + "' is not finite");
    }
  }

  @Test
  void aDateIsADayOfTheCalendar() throws BrokenFieldException {
    assertThat(CsvText.day("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29).toEpochDay());
    for (String text :
        new String[] {"2023-02-29", "2024-13-01", "2024-2-01", "20240201", "", "2024-02-01T00"}) {
      assertThatThrownBy(() -> CsvText.day(text))
          .isInstanceOf(BrokenFieldException.class)
          .hasMessageContaining("'" + text + "' is not a da");
    }
  }
}
