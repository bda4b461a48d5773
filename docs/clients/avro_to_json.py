"""Decodes one Avro value (byte 0, a 32-bit schema id, the record) from standard input and prints it as JSON.
Usage: avro_to_json.py REGISTRY_URL < VALUE"""

import io
import json
import struct
import sys
import urllib.request

import fastavro

value = sys.stdin.buffer.read()
magic, schema_id = struct.unpack(">bI", value[:5])
assert magic == 0, f"byte {magic} comes first, not 0"
with urllib.request.urlopen(f"{sys.argv[1]}/schemas/ids/{schema_id}", timeout=30) as answer:
    schema = fastavro.parse_schema(json.loads(json.load(answer)["schema"]))
record = fastavro.schemaless_reader(io.BytesIO(value[5:]), schema, None)
json.dump(record, sys.stdout, default=str, ensure_ascii=False)
print()
