package dev.assay.streams.doctor;

import dev.assay.detectors.score.RuntimeInfo;
import dev.assay.streams.ProgramVersion;
import org.apache.kafka.common.utils.AppInfoParser;

/** The program itself: its versions, and that the native library of the model loads. */
final class ProgramCheck implements Check {
    @Override
    public String name() {
        return "program";
    }

    @Override
    public Finding run() {
        try {
            return Finding.ok(
                    this,
                    "assay " + ProgramVersion.get() + ", Java " + Runtime.version() + ", Kafka client "
                            + AppInfoParser.getVersion() + ", ONNX Runtime "
                            + RuntimeInfo.detect().onnxRuntime());
        } catch (LinkageError e) {
            return Finding.failed(
                    this,
                    "ONNX Runtime does not load (" + e.getMessage()
                            + "): run on 64-bit Linux with glibc, macOS or Windows, and let java.io.tmpdir be writable");
        }
    }
}
