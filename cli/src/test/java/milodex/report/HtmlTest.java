package milodex.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void whatIsNoMarkupIsEscapedBetweenTagsAndBetweenQuotes() {
    Html html =
        Html.of("<p title=\"{}\">{}</p>", "\" onload=\"x()", "<script>alert('& <b>')</script>");

    assertThat(html)
        .hasToString(
            "<p title=\"&quot; onload=&quot;x()\">"
                + "&lt;script&gt;alert(&#39;&amp; &lt;b&gt;&#39;)&lt;/script&gt;</p>");
  }

  @Test
  void markupIsTakenAsItIsAndAValueNeverBecomesATemplate() {
    assertThat(Html.of("<ul>{}</ul>", Html.each(List.of("a{}", "b&c"), Html::text)))
        .hasToString("<ul>a{}b&amp;c</ul>");
    assertThat(Html.join(" < ", List.of(Html.text("x"), Html.of("<b>y</b>"))))
        .hasToString("x &lt; <b>y</b>");
    assertThat(Html.join(", ", List.of())).hasToString("");
  }

  @Test
  void aTemplateWithMoreOrFewerPlacesThanValuesIsRefused() {
    assertThatThrownBy(() -> Html.of("<p>{}{}</p>", "one")).hasMessageContaining("fewer values");
    assertThatThrownBy(() -> Html.of("<p>{}</p>", "one", 2)).hasMessageContaining("more values");
  }
}
