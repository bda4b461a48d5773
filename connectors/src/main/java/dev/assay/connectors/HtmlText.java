package dev.assay.connectors;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * What a reader sees of HTML: entities decoded, white space collapsed except in {@code pre}, each block on lines of its own,
 * paragraphs one empty line apart, no scripts, styles or attributes. Takes time in proportion to the text: the tree is walked once, no
 * element is asked for those above it, and tables are parsed as elements that HTML does not know, since what stands in a table and not
 * in a cell would be put before the table, among all that is there already.
 */
final class HtmlText implements NodeFilter {
    private static final String TABLE = "assay-";
    private static final Pattern TABLE_TAG = Pattern.compile(
            "(</?)(?=(?:table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)(?![\\w-]))", Pattern.CASE_INSENSITIVE);
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "template", "noscript", "head", "iframe", "svg");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "section",
            "article",
            TABLE + "table");

    private final StringBuilder text = new StringBuilder();
    private int preformatted; // how many open elements are pre

    private HtmlText() {}

    static String of(String html) {
        var reader = new HtmlText();
        String withoutTables = TABLE_TAG.matcher(html).replaceAll("$1" + TABLE);
        Jsoup.parseBodyFragment(withoutTables).body().filter(reader);
        return reader.text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words);
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (UNSEEN.contains(name)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element, name);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            preformatted -= element.nameIs("pre") ? 1 : 0;
            edge(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element, String name) {
        if (name.equals("br")) {
            text.append('\n');
        } else {
            preformatted += name.equals("pre") ? 1 : 0;
            edge(element);
        }
    }

    private void append(TextNode words) {
        if (preformatted > 0) {
            text.append(unmarked(words.getWholeText()));
            return;
        }
        String seen = unmarked(words.text());
        boolean spaced = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(spaced ? seen.stripLeading() : seen);
    }

    /** In a text area, tags are text. */
    private static String unmarked(String words) {
        return words.replace("<" + TABLE, "<").replace("</" + TABLE, "</");
    }

    private void edge(Element element) {
        String name = element.normalName();
        if (element.isBlock() || name.startsWith(TABLE)) {
            endLine(PARAGRAPHS.contains(name) ? 2 : 1);
        }
    }

    /** Ends the text in at least so many line breaks, unless it is still empty. */
    private void endLine(int breaks) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        int there = 0;
        while (there < Math.min(end, breaks) && text.charAt(end - 1 - there) == '\n') {
            there++;
        }
        if (there < end) {
            text.append("\n".repeat(breaks - there));
        }
    }
}
