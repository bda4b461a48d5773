// Publishes an event in Avro with @confluentinc/schemaregistry, over KafkaJS, and reads its verdict.
// Usage: node schemaregistry_client.js BOOTSTRAP_SERVERS REGISTRY_URL [TOPIC_PREFIX]
const assert = require("node:assert/strict");
const { randomUUID } = require("node:crypto");
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = require("kafkajs");
const lz4 = require("lz4js");
const { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } = require("@confluentinc/schemaregistry");

const [bootstrap, registryUrl, prefix = "assay."] = process.argv.slice(2);
const PATIENCE_MS = 120_000;
const TEXT = "Once upon a time there was a little girl who liked to play outside with her dog. ".repeat(8);

// Verdicts are compressed with lz4, which KafkaJS knows but brings no code for.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (bytes) => Buffer.from(lz4.decompress(bytes)),
});

async function main() {
  const registry = new SchemaRegistryClient({ baseURLs: [registryUrl] });
  const serializer = new AvroSerializer(registry, SerdeType.VALUE, { useLatestVersion: true, autoRegisterSchemas: false });
  const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, {});
  const kafka = new Kafka({ brokers: bootstrap.split(","), logLevel: logLevel.ERROR });
  const id = `javascript-${randomUUID()}`;
  const events = `${prefix}text-events`;
  const verdicts = `${prefix}verdicts`;

  const producer = kafka.producer();
  await producer.connect();
  const event = { id, text: TEXT, language: "en" }; // the other fields have defaults
  await producer.send({ topic: events, messages: [{ key: "javascript", value: await serializer.serialize(events, event) }] });
  await producer.disconnect();

  const consumer = kafka.consumer({ groupId: randomUUID(), readUncommitted: false });
  await consumer.connect();
  await consumer.subscribe({ topic: verdicts, fromBeginning: true });
  const verdict = await new Promise((found, failed) => {
    setTimeout(() => failed(new Error(`no verdict on ${id} within ${PATIENCE_MS} ms`)), PATIENCE_MS).unref();
    consumer.run({
      eachMessage: async ({ message }) => {
        try {
          const read = await deserializer.deserialize(verdicts, message.value);
          if (read.event_id === id) found(read);
        } catch (fault) {
          failed(fault);
        }
      },
    });
  });
  await consumer.disconnect();
  const machine = verdict.questions.MACHINE;
  console.log(`@confluentinc/schemaregistry: ${machine.decision} ${machine.reason}, ${verdict.text.tokens} tokens`);
  assert.equal(verdict.source, "javascript");
  assert.equal(Number(verdict.text.characters), TEXT.length);
}

main().then(
  () => process.exit(0),
  (fault) => {
    console.error(`@confluentinc/schemaregistry: ${fault.stack}`);
    process.exit(1);
  },
);
