package dev.assay.streams.cli;

import dev.assay.detectors.calibrate.CalibrationException;
import dev.assay.detectors.corpus.CorpusFormatException;
import dev.assay.detectors.model.BundleException;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.schemas.registry.RegistryException;
import dev.assay.streams.bench.BenchException;
import dev.assay.streams.broker.BrokerStartException;
import dev.assay.streams.demo.DemoFailure;
import dev.assay.streams.detection.StartException;
import dev.assay.streams.http.StatusServerException;
import dev.assay.streams.process.ChildStartException;
import dev.assay.streams.replay.ReplayFailure;
import dev.assay.streams.settings.Secrets;
import dev.assay.streams.settings.SettingsException;
import dev.assay.streams.soak.SoakFailure;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ParameterException;

/** Any fault as one line for a person: what it is about, and where there is one the remedy. */
final class FaultLine {
    /** Faults whose message already is such a line. */
    private static final Set<Class<?>> SPEAK_FOR_THEMSELVES = Set.of(
            CommandFailure.class,
            BenchException.class,
            DemoFailure.class,
            SettingsException.class,
            ReplayFailure.class,
            SoakFailure.class,
            BundleException.class,
            BrokerStartException.class,
            CalibrationException.class,
            ChildStartException.class,
            CorpusFormatException.class,
            RegistryException.class,
            StartException.class,
            StatusServerException.class,
            ModelFaultException.class,
            ParameterException.class,
            IllegalArgumentException.class);

    private FaultLine() {}

    static String of(Throwable fault) {
        return "assay: " + words(fault);
    }

    /** The same without the program's name before it. */
    static String words(Throwable fault) {
        return oneLine(text(fault));
    }

    private static String text(Throwable fault) {
        if (fault instanceof FileSystemException file) {
            return aboutFile(file);
        }
        if (fault instanceof OutOfMemoryError) {
            return "out of memory; give more, such as JAVA_OPTS=-Xmx2g.";
        }
        for (Class<?> known : SPEAK_FOR_THEMSELVES) {
            if (known.isInstance(fault) && fault.getMessage() != null) {
                return fault.getMessage();
            }
        }
        if (fault.getCause() != null && fault.getCause() != fault && isWrapper(fault)) {
            return text(fault.getCause());
        }
        return fault.getClass().getSimpleName() + ": " + fault.getMessage() + " (--debug shows where).";
    }

    private static boolean isWrapper(Throwable fault) {
        return fault instanceof java.util.concurrent.ExecutionException
                || fault instanceof java.util.concurrent.CompletionException
                || fault instanceof java.io.UncheckedIOException
                || fault.getMessage() == null;
    }

    private static String aboutFile(FileSystemException fault) {
        String file = String.valueOf(fault.getFile());
        if (fault instanceof NoSuchFileException) {
            return file + ": no such file; check the path.";
        }
        if (fault instanceof AccessDeniedException) {
            return file + ": access denied; check who may read and write it.";
        }
        String reason = String.valueOf(fault.getReason());
        if (reason.toLowerCase(Locale.ROOT).contains("no space left")) {
            return file + ": no space left on the disk; free some, or choose another folder.";
        }
        return file + ": " + reason + "; check the path.";
    }

    private static String oneLine(String text) {
        return Secrets.masked(String.join(" ", text.lines().map(String::strip).toList()));
    }
}
