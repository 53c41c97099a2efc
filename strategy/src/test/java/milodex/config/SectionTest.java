package milodex.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import milodex.config.Node.Entry;
import milodex.config.Node.Mapping;
import milodex.config.Node.Scalar;
import milodex.config.Node.Sequence;
import org.junit.jupiter.api.Test;

class SectionTest {

  @Test
  void settingsAreReadAsTheirTypes() {
    Section file =
        Section.of(
            mapping(
                entry(1, "name", plain(1, " dip ")),
                entry(2, "bars", plain(2, "200")),
                entry(3, "share", plain(3, "0.30")),
                entry(4, "on", plain(4, "true")),
                entry(5, "from", plain(5, "2020-02-29")),
                entry(6, "rank", plain(6, "best")),
                entry(7, "list", new Sequence(at(7), List.of(plain(7, "a"), plain(7, "b"))))));

    assertThat(file.required("name").text()).contains("dip");
    assertThat(file.required("bars").whole(1, 500)).contains(200);
    assertThat(file.required("share").decimal("0", "1")).contains(new BigDecimal("0.30"));
    assertThat(file.required("on").flag()).contains(true);
    assertThat(file.required("from").date()).contains(LocalDate.of(2020, 2, 29));
    assertThat(file.required("rank").choice(List.of("best", "worst"))).contains("best");
    assertThat(file.required("list").items())
        .map(item -> item.text().orElseThrow())
        .containsExactly("a", "b");
    file.finish();
  }

  @Test
  void whatIsLeftOutIsEmptyAndNoProblem() {
    Section file = Section.of(mapping());

    assertThat(file.optional("bars").whole(1, 5)).isEmpty();
    assertThat(file.optional("list").items()).isEmpty();
    assertThat(file.optional("risk").section().required("cap").text()).isEmpty();
    file.finish();
  }

  @Test
  void everyProblemIsReportedAtOnceInTheOrderOfTheFile() {
    Section file =
        Section.of(
            mapping(
                entry(1, "bars", plain(1, "2.0")),
                entry(2, "share", plain(2, "1.5")),
                entry(3, "on", plain(3, "yes")),
                entry(4, "bars", plain(4, "3")),
                entry(5, "shear", plain(5, "1"))));
    file.optional("share").decimal("0", "1");
    file.optional("on").flag();
    file.optional("bars").whole(1, 5);
    file.required("name").text();

    assertThat(problems(file))
        .containsExactly(
            "a.yaml:1:1: name is missing",
            "a.yaml:1:9: bars is '2.0'; allowed: a whole number from 1 to 5",
            "a.yaml:2:9: share is 1.5; allowed: a number from 0 to 1",
            "a.yaml:3:9: on is 'yes'; allowed: true, false",
            "a.yaml:4:1: bars is written twice; the first is in line 1; keep one",
            "a.yaml:5:1: unknown key 'shear'; did you mean 'share'?");
  }

  @Test
  void boundsBelongToTheAllowedValues() {
    for (String edge : List.of("1", "5")) {
      Section file = Section.of(mapping(entry(1, "x", plain(1, edge))));
      assertThat(file.required("x").whole(1, 5)).isPresent();
      assertThat(file.required("x").decimal("1", "5")).isPresent();
      file.finish();
    }
    for (String beyond : List.of("0", "6", "-1", "9999999999")) {
      Section file = Section.of(mapping(entry(1, "x", plain(1, beyond))));
      assertThat(file.required("x").whole(1, 5)).isEmpty();
      assertThat(file.required("x").decimal("1", "5")).isEmpty();
      assertThat(problems(file)).hasSize(2);
    }
  }

  @Test
  void onlyPlainDecimalNumbersAreNumbers() {
    for (String text : List.of("0.1", "1e-2", ".5", "-0", "0.123456789012")) {
      Section file = Section.of(mapping(entry(1, "x", plain(1, text))));
      assertThat(file.required("x").decimal("-1", "1")).as(text).isPresent();
    }
    for (String text :
        List.of(
            ".inf", "-.Inf", ".nan", "NaN", "0x1", "007", "1_000", "1,5", "5%", "1e-999999999")) {
      Section file = Section.of(mapping(entry(1, "x", plain(1, text))));
      assertThat(file.required("x").decimal("-10000", "10000")).as(text).isEmpty();
      assertThat(problems(file)).singleElement().asString().contains("'" + text + "'");
    }
  }

  @Test
  void aQuotedNumberIsAText() {
    Section file = Section.of(mapping(entry(1, "x", new Scalar(at(1), "5", true))));
    file.required("x").whole(1, 9);

    assertThat(problems(file))
        .containsExactly("a.yaml:1:9: x is the text '5'; allowed: a whole number from 1 to 9");
  }

  @Test
  void aKeyWithoutAValueIsRefusedForEveryType() {
    for (String nothing : List.of("", "~", "null")) {
      Section file = Section.of(mapping(entry(1, "x", plain(1, nothing))));
      file.required("x").text();
      file.required("x").whole(1, 5);
      file.required("x").items();
      file.required("x").section();

      assertThat(problems(file))
          .containsExactly(
              "a.yaml:1:9: x has no value; write one (in quotes if a word is meant)"
                  + " or remove the key");
    }
  }

  @Test
  void aQuotedNullIsAWord() {
    Section file = Section.of(mapping(entry(1, "family", new Scalar(at(1), "null", true))));

    assertThat(file.required("family").text()).contains("null");
  }

  @Test
  void problemsWithinCarryTheFullName() {
    Mapping risk =
        new Mapping(at(2), List.of(entry(3, "cap", plain(3, "2")), entry(4, "x", plain(4, "1"))));
    Section file = Section.of(mapping(entry(2, "risk", risk)));
    file.required("risk").section().required("cap").decimal("0", "1");

    assertThat(problems(file))
        .containsExactly(
            "a.yaml:3:9: risk.cap is 2; allowed: a number from 0 to 1",
            "a.yaml:4:1: unknown key 'x' in risk; known: cap");
  }

  @Test
  void aListWhereOneValueBelongsIsRefusedAndTheOtherWayRound() {
    Section file =
        Section.of(
            mapping(entry(1, "x", new Sequence(at(1), List.of())), entry(2, "y", plain(2, "SPY"))));
    file.required("x").text();
    file.required("x").someItems();
    file.required("y").items();
    file.required("y").section();

    assertThat(problems(file))
        .containsExactly(
            "a.yaml:1:9: x is a list; allowed: one text",
            "a.yaml:1:9: x is an empty list; write at least one item or remove the key",
            "a.yaml:2:9: y is 'SPY'; allowed: a list",
            "a.yaml:2:9: y is 'SPY'; allowed: keys with values");
  }

  @Test
  void aFileThatHoldsAListHasNoKeys() {
    Sequence list = new Sequence(at(1), List.of());

    assertThat(catchThrowableOfType(ConfigException.class, () -> Section.of(list)))
        .hasMessage("a.yaml:1:9: the file must hold 'key: value' lines");
  }

  @Test
  void aNameLongerThanAnyIsNotRepeated() {
    Section file = Section.of(mapping(entry(1, "id", plain(1, "x".repeat(101)))));
    file.required("id").as(text -> text);

    assertThat(problems(file)).containsExactly("a.yaml:1:9: id is longer than any name may be");
  }

  @Test
  void aLongValueIsShownInPart() {
    Section file = Section.of(mapping(entry(1, "x", plain(1, "9".repeat(5000)))));
    file.required("x").whole(1, 9);

    assertThat(problems(file)).singleElement().asString().hasSizeLessThan(200);
  }

  private static List<String> problems(Section file) {
    return catchThrowableOfType(ConfigException.class, file::finish).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  private static Mapping mapping(Entry... entries) {
    return new Mapping(new Position("a.yaml", 1, 1), List.of(entries));
  }

  private static Entry entry(int line, String key, Node value) {
    return new Entry(key, new Position("a.yaml", line, 1), value);
  }

  private static Scalar plain(int line, String text) {
    return new Scalar(at(line), text, false);
  }

  private static Position at(int line) {
    return new Position("a.yaml", line, 9);
  }
}
