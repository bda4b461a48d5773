#!/usr/bin/env python3
"""Writes golden/assay-1-reference.json: probe, lexical and assay-1 of those texts in golden/smollm2-135m-states.json that have 32 tokens or
more, from METHODS' formulas and the shipped fit, in double precision and with the standard library only.

  detectors/src/test/python/assay_one_reference.py
"""
import json
import math
import struct

from surprisal_reference import FREQUENCIES, GOLDEN, MODULE, rarities, scores

FIT = MODULE / "src/main/resources/dev/assay/detectors/learn/assay-1.bin"
WORD = (1 << 64) - 1


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        self.at += count
        return self.data[self.at - count : self.at]

    def numbers(self, kind, count):
        return struct.unpack(f">{count}{kind}", self.take(count * struct.calcsize(kind)))

    def number(self, kind):
        return self.numbers(kind, 1)[0]

    def gap(self):
        value = shift = 0
        while True:
            group = self.number("B")
            value |= (group & 0x7F) << shift
            shift += 7
            if group < 0x80:
                return value


def fit(file):
    """Weights of the probe, standards by detector, and the lexical model as (bias, step, level by key)."""
    data = Reader(file.read_bytes())
    assert data.take(12) == b"assay-fit 1\n"
    certificate = json.loads(data.take(data.number("i")))
    assert data.number("i") == -1  # of all documents
    data.number("i")  # bytes of what follows, but for the documents
    probe = data.numbers("f", data.number("i"))
    standards = {}
    for _ in range(data.number("i")):
        name = data.take(data.number("H")).decode()
        standards[name] = data.numbers("d", 2)
    assert data.number("B") == 1
    data.take(5)
    bias, step = data.numbers("d", 2)
    key, levels = -1, {}
    for _ in range(data.number("i")):
        key += data.gap()
        levels[key] = data.number("b")
    data.numbers("q", data.number("i"))  # documents
    assert data.at == len(data.data)
    return certificate, probe, standards, (bias, step, levels)


def mixed(value):
    value = value * 0x9E3779B97F4A7C15 & WORD
    value = (value ^ value >> 32) * 0xD6E8FEB86659FD93 & WORD
    return value ^ value >> 32


def runs(ids):
    """The top 24 bits of the hash of each run of one to four tokens."""
    found = set()
    for start in range(len(ids)):
        value = 0
        for token in ids[start : start + 4]:
            value = mixed(value + token + 1 & WORD)
            found.add(value >> 40)
    return found


def lexical(ids, model):
    bias, step, levels = model
    all_runs = runs(ids)
    known = [levels[run] for run in all_runs if run in levels]
    if len(known) < max(32, 0.2 * len(all_runs)):
        return None
    return bias + step * sum(known) / math.sqrt(len(known))


def probe(means, weights):
    features = []
    for mean in means:
        rms = math.sqrt(math.fsum(x * x for x in mean) / len(mean))
        features += [x / rms for x in mean]
    return math.fsum(w * x for w, x in zip(weights, features))


def main():
    certificate, weights, standards, words = fit(FIT)
    rarity = rarities(next(FREQUENCIES.glob("f06da284*.gz")))
    texts = {t["name"]: t for t in json.loads((GOLDEN / "smollm2-135m-reference.json").read_text())["texts"]}

    def standard(name, score, low=-math.inf, high=math.inf):
        median, deviation = standards[name]
        return max(low, min(high, (score - median) / deviation))

    expected = {}
    for states in json.loads((GOLDEN / "smollm2-135m-states.json").read_text())["texts"]:
        if len(states["ids"]) < 32:
            continue
        means = [states[f"mean.{layer}"] for layer in certificate["layers"]]
        found = {"probe": standard("probe", probe(means, weights))}
        surprisal = scores(texts[states["name"]], rarity)["clean-surprisal"]
        found["assay-1"] = found["probe"] + standard("clean-surprisal", surprisal, -0.5, 4)
        wording = lexical(states["ids"], words)
        if wording is not None:
            found["lexical"] = wording
            found["assay-1"] += standard("lexical", wording, -3, 4)
        expected[states["name"]] = found
    file = GOLDEN / "assay-1-reference.json"
    file.write_text(json.dumps(expected, indent=2) + "\n")


if __name__ == "__main__":
    main()
