package dev.assay.streams.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The language models of this machine. */
@Command(
        name = "models",
        description = "Fetch, list, show, import or verify the language models that texts are scored with.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  assay models pull",
            "  assay models list",
            "  assay models import SmolLM2-360M-Instruct.Q8_0.gguf --name smollm2-360m",
            "  assay models verify my-model-int8 xsum_gpt-4.raw_data.json"
        })
final class ModelsCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "no command given after models: pull, list, show, import or verify");
    }
}
