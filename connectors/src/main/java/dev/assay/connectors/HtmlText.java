package dev.assay.connectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What a reader sees of HTML: entities decoded, white space collapsed except in {@code pre}, each block on lines of its own,
 * paragraphs one empty line apart, no scripts, styles or attributes.
 */
final class HtmlText implements NodeVisitor {
    private static final String UNSEEN = "script, style, template, noscript, head, iframe, svg";
    private static final String PARAGRAPHS =
            "p, h1, h2, h3, h4, h5, h6, blockquote, pre, ul, ol, table, section, article";

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select(UNSEEN).remove();
        var reader = new HtmlText();
        body.traverse(reader);
        return reader.text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words);
        } else if (node instanceof Element element) {
            if (element.nameIs("br")) {
                text.append('\n');
            } else {
                openBlock(element);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            openBlock(element);
        }
    }

    private void append(TextNode words) {
        if (words.parent() != null && words.parent().closest("pre") != null) {
            text.append(words.getWholeText());
            return;
        }
        String seen = words.text();
        boolean spaced = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(spaced ? seen.stripLeading() : seen);
    }

    private void openBlock(Element element) {
        if (element.isBlock()) {
            endLine(element.is(PARAGRAPHS) ? 2 : 1);
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
        while (there < end && text.charAt(end - 1 - there) == '\n') {
            there++;
        }
        if (there < end) {
            text.append("\n".repeat(Math.max(0, breaks - there)));
        }
    }
}
