package milodex.report;

import static org.assertj.core.api.Assertions.assertThat;

import milodex.ledger.CanonicalJson;
import org.junit.jupiter.api.Test;

class PrettyJsonTest {

  @Test
  void everyValueHasALineAndTheTreeIsTheSame() {
    String canonical = "{\"a\":[],\"b\":[1,{\"c\":\"x: y\"}],\"d\":{},\"e\":true}";
    String pretty = PrettyJson.of(CanonicalJson.parse(canonical));

    assertThat(pretty)
        .isEqualTo(
            """
            {
              "a": [],
              "b": [
                1,
                {
                  "c": "x: y"
                }
              ],
              "d": {},
              "e": true
            }""");
    assertThat(CanonicalJson.write(CanonicalJson.parse(pretty))).isEqualTo(canonical);
  }
}
