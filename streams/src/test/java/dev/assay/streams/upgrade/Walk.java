package dev.assay.streams.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.Topics;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.Terminals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** Topics and a group of one's own, events that go in, and instances that are changed while some of these are pending. */
final class Walk implements AutoCloseable {
    static final int PARTITIONS = 2;
    private static final int KEYS = 5;
    private static final String[] WORDS = {
        "once", "there", "was", "a", "little", "girl", "who", "liked", "to", "play", "."
    };
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String bootstrap;
    private final Path folder;
    private final Topics topics;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, String> positions = new HashMap<>(); // event → partition-offset
    private final Set<String> mayBeBuried = new HashSet<>();
    private final List<Runner> runners = new ArrayList<>();
    private final List<Integer> seams = new ArrayList<>(); // events behind which order begins anew
    private Outcomes outcomes;
    private int sent;

    Walk(String name, LocalBroker broker, Path folder, Path model) {
        bootstrap = broker.bootstrap();
        this.folder = folder.resolve(name);
        topics = new Topics(name + ".");
        settings.putAll(Map.of(
                "bootstrap.servers", bootstrap,
                "topic.prefix", name + ".",
                "application.id", name + "-detection", // what it is unless set, but in 0.1.0
                "group.protocol", "classic",
                "model", model.toString(),
                "calibrations", "none",
                "engine.workers", "1",
                "http.port", "0",
                "metrics.topic", "false"));
        settings.put("kafka.consumer.metadata.max.age.ms", "2000");
        settings.put("kafka.producer.transaction.timeout.ms", "10000");
        broker.createTopics(Stream.of(topics.textEvents(), topics.verdicts(), topics.deadLetters(), topics.metrics())
                .map(topic -> topic.request(Optional.of(PARTITIONS), Optional.of((short) 1)))
                .toList());
        outcomes = new Outcomes(bootstrap, topics, Map.of());
    }

    /** Changes a setting for instances that are started from now on. */
    Walk set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Reads verdicts with a registry, too. */
    void readWith(Map<String, ?> serde) {
        outcomes.close();
        outcomes = new Outcomes(bootstrap, topics, serde);
    }

    Topics topics() {
        return topics;
    }

    /** Starts an instance and waits until it reads. */
    Runner start(String instance, Release release, boolean isSlow) {
        return launch(instance, release, isSlow).awaitReady();
    }

    Runner launch(String instance, Release release, boolean isSlow) {
        Runner runner = Runner.launch(folder.resolve(instance), release, settings, isSlow);
        runners.add(runner);
        return runner;
    }

    /** {@code assay topics} under the present settings; what it printed. */
    String topics(String... arguments) {
        List<String> all = new ArrayList<>(List.of("topics"));
        all.addAll(Arrays.asList(arguments));
        settings.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        Terminals.Ended ended = Terminals.run(all.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    /** Sends more events, texts and ids by their number. */
    void send(int events) {
        send(events, 0);
    }

    /** The same with an attribute of so many bytes in each. */
    void send(int events, int padding) {
        Map<String, Object> client = Map.of("bootstrap.servers", bootstrap, "max.request.size", 8 << 20);
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int end = sent + events; sent < end; sent++) {
                byte[] key = ("k" + sent % KEYS).getBytes(StandardCharsets.UTF_8);
                String value = "{\"id\":\"e" + sent + "\",\"text\":\"" + text(sent) + "\",\"attributes\":{\"pad\":\""
                        + "x".repeat(padding) + "\"}}";
                RecordMetadata position = producer.send(new ProducerRecord<>(
                                topics.textEvents().name(), key, value.getBytes(StandardCharsets.UTF_8)))
                        .get();
                positions.put("e" + sent, position.partition() + "-" + position.offset());
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(int number) {
        Random random = new Random(number);
        return IntStream.range(0, 20 + random.nextInt(20))
                .mapToObj(i -> WORDS[random.nextInt(WORDS.length)])
                .collect(Collectors.joining(" "));
    }

    /** From here on the order of a key is looked at anew, since its events may have come to another partition. */
    void seam() {
        seams.add(sent);
    }

    /** All events sent so far may become dead letters instead. */
    void mayBury() {
        mayBeBuried.addAll(positions.keySet());
    }

    /** Waits until some events are answered, and many are pending in an instance. */
    void awaitPending(Runner runner) {
        int before = outcomes.look();
        await(() -> outcomes.look() >= before + 3 && runner.pending() > 10);
    }

    /** Waits until all are answered, which may take what is left of a transaction of a killed instance. */
    void awaitAnswers() {
        await(() -> outcomes.look() >= sent);
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    /** Ends all, and holds that nothing is lost, nothing twice, order kept and each score that of the calm run. */
    void hold(Map<String, Map<String, Long>> calm) {
        awaitAnswers();
        runners.forEach(Runner::close);
        outcomes.finish();
        Set<String> buried = new HashSet<>(outcomes.buried());
        assertThat(outcomes.buried()).as("dead letters").doesNotHaveDuplicates();
        assertThat(outcomes.verdicts())
                .as("verdicts")
                .extracting(Outcomes.Row::id)
                .doesNotHaveDuplicates();
        Set<String> judged = outcomes.verdicts().stream().map(Outcomes.Row::id).collect(Collectors.toSet());
        positions.forEach((event, position) -> {
            boolean isBuried = buried.contains(position);
            assertThat(judged.contains(event))
                    .as(event + " is judged or buried")
                    .isNotEqualTo(isBuried);
            assertThat(!isBuried || mayBeBuried.contains(event))
                    .as(event + " is buried rightly")
                    .isTrue();
        });
        assertThat(outcomes.look()).isEqualTo(sent);
        holdOrder();
        outcomes.verdicts().forEach(row -> {
            assertThat(row.scores()).as(row.id()).isNotEmpty();
            Map<String, Long> expected = new TreeMap<>(calm.getOrDefault(row.id(), row.scores()));
            expected.keySet().retainAll(row.scores().keySet()); // fewer where detectors were left away
            assertThat(row.scores()).as(row.id()).isEqualTo(expected);
        });
    }

    private void holdOrder() {
        Map<String, Integer> last = new HashMap<>();
        for (Outcomes.Row row : outcomes.verdicts()) {
            int number = Integer.parseInt(row.id().substring(1));
            long part = seams.stream().filter(seam -> number >= seam).count();
            Integer before = last.put(row.key() + "/" + part, number);
            assertThat(before == null || before < number)
                    .as(row.id() + " after e" + before)
                    .isTrue();
        }
    }

    /** Of each event the scores. */
    Map<String, Map<String, Long>> scores() {
        return outcomes.verdicts().stream().collect(Collectors.toMap(Outcomes.Row::id, Outcomes.Row::scores));
    }

    /** Bundles of the models that judged. */
    Set<String> bundles() {
        return outcomes.verdicts().stream().map(Outcomes.Row::bundle).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        runners.forEach(Runner::close);
        outcomes.close();
    }
}
