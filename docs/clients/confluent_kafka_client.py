"""Publishes events in Avro with confluent-kafka and reads their verdicts, by both ways to name a schema: before the record and in a
header. Usage: confluent_kafka_client.py BOOTSTRAP_SERVERS REGISTRY_URL [TOPIC_PREFIX]"""

import sys
import time
import uuid

from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.schema_registry import SchemaRegistryClient, dual_schema_id_deserializer
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.serialization import MessageField, SerializationContext

HEADER = "__value_schema_id"
ID_BYTES = 5  # byte 0 and a 32-bit id
PATIENCE = 120  # seconds
TEXT = "Once upon a time there was a little girl who liked to play outside with her dog. " * 8


def main(bootstrap, registry_url, prefix="assay."):
    registry = SchemaRegistryClient({"url": registry_url})
    events, verdicts = prefix + "text-events", prefix + "verdicts"
    schema = registry.get_latest_version(events + "-value").schema
    serializer = AvroSerializer(registry, schema, conf={"auto.register.schemas": False})
    deserializer = AvroDeserializer(registry, conf={"schema.id.deserializer": dual_schema_id_deserializer})

    by_prefix, by_header = f"python-{uuid.uuid4()}", f"python-{uuid.uuid4()}"
    reader = at_the_end(bootstrap, verdicts)
    producer = Producer({"bootstrap.servers": bootstrap})
    producer.produce(events, key="python", value=event(serializer, events, by_prefix))
    framed = event(serializer, events, by_header)
    producer.produce(events, key="python", value=framed[ID_BYTES:], headers={HEADER: framed[:ID_BYTES]})
    assert producer.flush(30) == 0, "the broker took no event"

    found = read(reader, deserializer, verdicts, {by_prefix, by_header})
    for event_id, way in ((by_prefix, "the first bytes"), (by_header, "the header")):
        verdict = found[event_id]
        machine = verdict["questions"]["MACHINE"]
        print(f"confluent-kafka, schema by {way}: {machine['decision']} {machine['reason']}, {verdict['text']['tokens']} tokens")
        assert verdict["source"] == "python" and verdict["text"]["characters"] == len(TEXT), verdict
        assert verdict["scores"]["bits-per-byte"]["value"] is not None, verdict["scores"]


def event(serializer, topic, event_id):
    fields = {"id": event_id, "text": TEXT, "language": "en"}  # the others have defaults
    return serializer(fields, SerializationContext(topic, MessageField.VALUE))


def at_the_end(bootstrap, topic):
    reader = Consumer({"bootstrap.servers": bootstrap, "group.id": str(uuid.uuid4()), "isolation.level": "read_committed"})
    partitions = reader.list_topics(topic, timeout=30).topics[topic].partitions
    ends = [(p, reader.get_watermark_offsets(TopicPartition(topic, p), timeout=30)[1]) for p in partitions]
    reader.assign([TopicPartition(topic, p, end) for p, end in ends])
    return reader


def read(reader, deserializer, topic, wanted):
    found, until = {}, time.monotonic() + PATIENCE
    while wanted - found.keys():
        assert time.monotonic() < until, f"no verdict on {wanted - found.keys()} within {PATIENCE} s"
        record = reader.poll(1)
        if record is None or record.error():
            continue
        names = [name for name, _ in record.headers() or []]
        assert HEADER not in names, "a verdict carries the schema id of its event"
        context = SerializationContext(topic, MessageField.VALUE, record.headers() or [])
        verdict = deserializer(record.value(), context)
        if verdict["event_id"] in wanted:
            found[verdict["event_id"]] = verdict
    reader.close()
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
