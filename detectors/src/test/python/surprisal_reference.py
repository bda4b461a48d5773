#!/usr/bin/env python3
"""Writes golden/surprisal-reference.json: relative-surprisal, clean-surprisal and surprisal-steps of the texts in
golden/smollm2-135m-reference.json, from METHODS' formulas, in double precision and with the standard library only.

  detectors/src/test/python/surprisal_reference.py
"""
import gzip
import json
import math
import pathlib
import statistics

MODULE = pathlib.Path(__file__).resolve().parents[3]
GOLDEN = MODULE / "src/test/resources/golden"
FREQUENCIES = MODULE / "src/main/resources/dev/assay/detectors/corpus/frequencies"


def rarities(file):
    """-ln((count + 1) / (N + V)) of each token of the vocabulary."""
    header, counts = gzip.open(file).read().split(b"\n", 1)
    width, total = (int(field) for field in header.split()[4:6])
    values, value, shift = [], 0, 0
    for byte in counts:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            values.append(value)
            value, shift = 0, 0
    assert len(values) == width and sum(values) == total
    return [-math.log((count + 1) / (total + width)) for count in values]


def clean(surprisals):
    """Which tokens have at most 8 nats, and their predecessors too, as far as there are enough."""
    low = [s <= 8 for s in surprisals]
    both = [now and (j == 0 or low[j - 1]) for j, now in enumerate(low)]
    return both if sum(both) >= 8 else low if sum(low) >= 4 else [True] * len(low)


def mean(values):
    return math.fsum(values) / len(values)


def scores(text, rarity):
    surprisals = [-x for x in text["log_prob"]]
    ratios = [s / rarity[token] for s, token in zip(surprisals, text["ids"])]
    steps = [b - a for a, b in zip(surprisals, surprisals[1:])]
    found = {
        "relative-surprisal": -mean(ratios),
        "clean-surprisal": -mean([r for r, kept in zip(ratios, clean(surprisals)) if kept]),
    }
    if len(steps) > 1:
        found["surprisal-steps"] = -statistics.stdev(steps)
    return found


def main():
    rarity = rarities(next(FREQUENCIES.glob("f06da284*.gz")))
    texts = json.loads((GOLDEN / "smollm2-135m-reference.json").read_text())["texts"]
    expected = {text["name"]: scores(text, rarity) for text in texts}
    (GOLDEN / "surprisal-reference.json").write_text(json.dumps(expected, indent=1) + "\n")


if __name__ == "__main__":
    main()
