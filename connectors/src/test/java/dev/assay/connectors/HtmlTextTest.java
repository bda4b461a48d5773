package dev.assay.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<p>One</p><p>Two</p>                        | `One\n\nTwo`",
                "<div>One<div>Two</div></div>Three           | `One\nTwo\nThree`",
                "One<br>Two                                  | `One\nTwo`",
                "<ul><li>One</li><li>Two</li></ul>           | `One\nTwo`",
                "fish &amp; chips &lt;3 caf&eacute;          | fish & chips <3 café",
                "a <b>bold</b> <i title=\"secret\">word</i>. | a bold word.",
                "One<script>alert(1)</script><style>p{}</style> two | One two",
                "`One\n  two`                                | One two",
                "`<pre>a\n  b</pre>`                         | `a\n  b`",
                "2 < 3                                       | 2 < 3",
                "plain                                       | plain",
                "<p> </p>                                    | ``"
            },
            delimiter = '|')
    void keepsWhatAReaderSees(String html, String seen) {
        assertThat(HtmlText.of(html)).isEqualTo(seen);
    }
}
