package dev.assay.streams.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.streams.bench.Bench;
import dev.assay.streams.bench.Figure;
import dev.assay.streams.bench.Findings;
import dev.assay.streams.bench.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the bench's findings are printed. */
enum BenchOutput {
    TABLE {
        @Override
        void print(PrintWriter out, Findings findings) {
            out.println(machine());
            for (Table table : tables(findings)) {
                out.println();
                out.println(table.title() + ". " + table.note());
                int[] widths = widths(table);
                out.println(row(table.headings(), widths));
                table.rows().forEach(row -> out.println(row(row, widths)));
            }
        }
    },
    MARKDOWN {
        @Override
        void print(PrintWriter out, Findings findings) {
            out.println(machine());
            for (Table table : tables(findings)) {
                out.println("\n## " + table.title() + "\n" + table.note() + "\n");
                out.println("| " + String.join(" | ", table.headings()) + " |");
                out.println("|" + "---|".repeat(table.headings().size()));
                table.rows().forEach(row -> out.println("| " + String.join(" | ", row) + " |"));
            }
        }
    },
    JSON {
        @Override
        void print(PrintWriter out, Findings findings) {
            out.println(json(findings));
        }
    };

    abstract void print(PrintWriter out, Findings findings);

    /** One object, figure → number; null where it could not be measured. */
    static String json(Findings findings) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Findings.Found found : findings.figures()) {
            Double number = Double.isFinite(found.value()) ? found.value() : null;
            object.put(found.key(), number);
        }
        return object.toPrettyString();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String machine() {
        return "assay bench on " + Bench.machine();
    }

    /** The figures as a table, then the tables behind them. */
    private static List<Table> tables(Findings findings) {
        List<List<String>> rows = new ArrayList<>();
        findings.figures().forEach(found -> rows.add(figureRow(found)));
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(
                "Figures",
                "Medians; what they are of is said below. What is required is meant for two cores with VNNI.",
                List.of("figure", "value", "required", "is"),
                rows));
        tables.addAll(findings.tables());
        return tables;
    }

    private static List<String> figureRow(Findings.Found found) {
        Figure figure = found.figure();
        double value = found.value();
        String shown = Double.isFinite(value) ? Figure.shown(value) : "not measured";
        String required = figure.required();
        boolean missed = Double.isFinite(value) && !figure.isMetBy(value);
        return List.of(found.key(), shown, required + (missed ? " (missed)" : ""), figure.meaning());
    }

    private static int[] widths(Table table) {
        int[] widths = new int[table.headings().size()];
        List<List<String>> all = new ArrayList<>(table.rows());
        all.add(table.headings());
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String row(List<String> cells, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            row.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return row.toString().stripTrailing();
    }
}
