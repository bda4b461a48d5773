package dev.assay.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    private static final long FLOOR_NANOS = 60_000_000;

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
                "`<table><tr><th>A<td>B</tr>\n<tr><td>C</table>D` | `A\nB\nC\n\nD`",
                "<TABLE><CAPTION>A</CAPTION><TBODY><TR><TD>B</TABLE> | `A\nB`",
                "<textarea><table></table></textarea>        | <table></table>",
                "<pre><b>a  </b>b</pre>c  d<pre>e  f</pre>    | `a  b\n\nc d\n\ne  f`",
                "2 < 3                                       | 2 < 3",
                "plain                                       | plain",
                "<p> </p>                                    | ``"
            },
            delimiter = '|')
    void keepsWhatAReaderSees(String html, String seen) {
        assertThat(HtmlText.of(html)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<div>x",
                "<p><b>",
                "<i><div>",
                "<ul><li>",
                "<table><b>x",
                "<select><table>",
                "<table><tr><td>",
                "<a><table>",
                "<pre>",
                "<br><div>",
                "<br>",
                "<script></script>x",
                "</b>",
                "</p>",
                "<x a=1 b=2>",
                "<svg><b>",
                "<math><mi>",
                "<!--",
                "<![CDATA[",
                "&amp",
                "&#x",
                "<a b='",
                "<h1>",
                "<template>",
                "\u00A0 x",
                "<"
            })
    void takesTimeInProportion(String part) {
        long small = nanos(part.repeat((1 << 18) / part.length()));
        long large = nanos(part.repeat((1 << 20) / part.length()));

        assertThat(large)
                .as("%s: %d ms of CPU for 256 KiB, %d ms for 1 MiB", part, small / 1_000_000, large / 1_000_000)
                .isLessThanOrEqualTo((long) (2.5 * 2.5 * Math.max(small, FLOOR_NANOS)));
    }

    /** CPU time of this thread, the least of three runs. */
    private static long nanos(String html) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long begin = threads.getCurrentThreadCpuTime();
            assertThat(HtmlText.of(html)).isNotNull();
            least = Math.min(least, threads.getCurrentThreadCpuTime() - begin);
        }
        return least;
    }
}
