package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import org.junit.jupiter.api.Test;

class BarFingerprintTest {

  private final BarSeries week = new Bars().bar("2024-01-02", 470.5).bar("2024-01-03", 468).raw();

  @Test
  void theBytesHashedAreTheOnesDocumented() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write("milodex-bars-1 SPY 1Day raw 2\n".getBytes(StandardCharsets.UTF_8));
    for (int day : week.day()) {
      out.writeLong(day);
    }
    for (long second : week.openedAt()) {
      out.writeLong(second);
    }
    for (double[] column :
        List.of(
            new double[] {470.5, 468},
            new double[] {471, 468.5},
            new double[] {470, 467.5},
            new double[] {470.5, 468},
            new double[] {1000, 1000})) {
      for (double value : column) {
        out.writeDouble(value);
      }
    }
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    assertThat(BarFingerprint.of(week).hex()).isEqualTo(HexFormat.of().formatHex(sha));
  }

  @Test
  void aCentChangesIt() {
    BarSeries other = new Bars().bar("2024-01-02", 470.5).bar("2024-01-03", 468.01).raw();
    assertThat(BarFingerprint.of(other)).isNotEqualTo(BarFingerprint.of(week));
  }

  @Test
  void theAdjustmentChangesIt() {
    BarSeries other = new Bars().bar("2024-01-02", 470.5).bar("2024-01-03", 468).splitAdjusted();
    assertThat(BarFingerprint.of(other)).isNotEqualTo(BarFingerprint.of(week));
  }

  @Test
  void aSeriesLongerThanTheBufferIsHashedWhole() {
    SessionDays sessions = Bars.weekdays("1980-01-01", 10_000);
    BarSeries all = Bars.on(sessions, i -> true);
    BarSeries allButTheLast = Bars.on(sessions, i -> i < 9_999);
    assertThat(BarFingerprint.of(all)).isNotEqualTo(BarFingerprint.of(allButTheLast));
    assertThat(BarFingerprint.of(all)).isEqualTo(BarFingerprint.of(Bars.on(sessions, i -> true)));
  }

  @Test
  void actionsHaveOneToo() {
    assertThat(BarFingerprint.ofActions(List.of(dividend("1.50"))))
        .isEqualTo(BarFingerprint.ofActions(List.of(dividend("1.5"))))
        .isNotEqualTo(BarFingerprint.ofActions(List.of(dividend("1.51"))))
        .isNotEqualTo(BarFingerprint.ofActions(List.of()));
  }

  @Test
  void anythingButASha256IsRefused() {
    assertThatThrownBy(() -> new BarFingerprint("ABC"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ABC");
  }

  private static CorporateAction dividend(String cash) {
    return new CorporateAction.Dividend(
        Bars.SPY, LocalDate.parse("2024-03-15"), new BigDecimal(cash));
  }
}
