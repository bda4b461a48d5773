package dev.assay.connectors.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The plugin zip as a user unpacks it. */
final class UnpackedPlugin {
    private final Path top;

    private UnpackedPlugin(Path top) {
        this.top = top;
    }

    /** @param plugins folder that becomes the worker's {@code plugin.path} */
    static UnpackedPlugin into(Path plugins) throws IOException {
        Path zip = Path.of(System.getProperty("assay.plugin.zip"));
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = plugins.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
        return new UnpackedPlugin(plugins.resolve(zip.getFileName().toString().replace(".zip", "")));
    }

    Path file(String name) {
        return top.resolve(name);
    }

    List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(top.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Makes another plugin beside it: a jar with classes of this test and a manifest of services. */
    static void jar(Path file, String service, Class<?>... classes) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                var jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("META-INF/services/" + service));
            jar.write(classes[0].getName().getBytes(StandardCharsets.UTF_8));
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(jar);
                }
            }
        }
    }
}
