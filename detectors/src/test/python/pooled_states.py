#!/usr/bin/env python3
"""Sums of the residual stream in float64, straight from a model's file: what golden/*-states.json were written with.

    python3 pooled_states.py stories ../resources > ../resources/golden/stories260k-states.json
    python3 pooled_states.py default ../resources MODEL.gguf > ../resources/golden/smollm2-135m-states.json

Needs numpy, and gguf for the second. The stream behind layer L (from 0) is what transformers calls hidden_states[L + 1].
"""
import json
import pathlib
import struct
import sys

import numpy as np

GROUP = 32
STORIES = [0, 1, 2, 6]
DEFAULT = ["xsum-human-0", "xsum-gpt4-0", "pubmed-gpt35-5", "unicode", "short"]


class Stories:
    """llama2.c: seven sizes, then all weights, kind by kind."""

    def __init__(self, folder):
        data = (folder / "stories260K" / "stories260K.bin").read_bytes()
        self.hidden, inner, self.layers, self.heads, self.kv_heads, vocabulary, _ = struct.unpack("<7i", data[:28])
        numbers = np.frombuffer(data, dtype="<f4", offset=28).astype(np.float64)
        h, n, kv = self.hidden, self.layers, self.hidden // self.heads * self.kv_heads
        self.parts, at = {}, 0
        for name, shape in [
            ("token_embd", (vocabulary, h)), ("attn_norm", (n, h)), ("attn_q", (n, h, h)), ("attn_k", (n, kv, h)),
            ("attn_v", (n, kv, h)), ("attn_output", (n, h, h)), ("ffn_norm", (n, h)), ("ffn_gate", (n, inner, h)),
            ("ffn_down", (n, h, inner)), ("ffn_up", (n, inner, h)),
        ]:
            size = int(np.prod(shape))
            self.parts[name] = numbers[at : at + size].reshape(shape)
            at += size
        self.base, self.epsilon = 10_000.0, 1e-5

    def embedding(self):
        return self.parts["token_embd"]

    def part(self, layer, name):
        return self.parts[name][layer]


class Gguf:
    def __init__(self, file):
        import gguf

        self.gguf, reader = gguf, gguf.GGUFReader(file)
        field = lambda key: reader.fields["llama." + key].contents()
        self.hidden, self.layers = field("embedding_length"), field("block_count")
        self.heads, self.kv_heads = field("attention.head_count"), field("attention.head_count_kv")
        self.base, self.epsilon = field("rope.freq_base"), field("attention.layer_norm_rms_epsilon")
        self.tensors = {tensor.name: tensor for tensor in reader.tensors}

    def read(self, name):
        tensor = self.tensors[name + ".weight"]
        return self.gguf.quants.dequantize(tensor.data, tensor.tensor_type).astype(np.float64)

    def embedding(self):
        return self.read("token_embd")

    def part(self, layer, name):
        return self.read(f"blk.{layer}.{name}")


def norm(x, weight, epsilon):
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + epsilon) * weight


def rotate(x, base):
    """Numbers 2i and 2i + 1 of a head turn together, as both files keep them."""
    size = x.shape[-1]
    angle = np.outer(np.arange(x.shape[0]), base ** (-np.arange(0, size, 2) / size))[:, None, :]
    even, odd = x[..., 0::2], x[..., 1::2]
    turned = np.empty_like(x)
    turned[..., 0::2] = even * np.cos(angle) - odd * np.sin(angle)
    turned[..., 1::2] = even * np.sin(angle) + odd * np.cos(angle)
    return turned


def attend(x, layer, model):
    length, size, shared = len(x), model.hidden // model.heads, model.heads // model.kv_heads
    split = lambda name, heads: (x @ model.part(layer, name).T).reshape(length, heads, size)
    q = rotate(split("attn_q", model.heads), model.base)
    k = np.repeat(rotate(split("attn_k", model.kv_heads), model.base), shared, axis=1)
    v = np.repeat(split("attn_v", model.kv_heads), shared, axis=1)
    logits = np.einsum("qhd,khd->hqk", q, k) / np.sqrt(size)
    logits[:, np.triu(np.ones((length, length), bool), 1)] = -np.inf
    weights = np.exp(logits - logits.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    mixed = np.einsum("hqk,khd->qhd", weights, v).reshape(length, -1)
    return mixed @ model.part(layer, "attn_output").T


def streams(model, texts, wanted):
    """The stream behind each wanted layer for each text, without the row of its first token, the start token."""
    embedding = model.embedding()
    stream = [embedding[ids] for ids in texts]
    found = [{} for _ in texts]
    for layer in range(max(wanted) + 1):
        for i, x in enumerate(stream):
            x = x + attend(norm(x, model.part(layer, "attn_norm"), model.epsilon), layer, model)
            y = norm(x, model.part(layer, "ffn_norm"), model.epsilon)
            gate = y @ model.part(layer, "ffn_gate").T
            inner = gate / (1 + np.exp(-gate)) * (y @ model.part(layer, "ffn_up").T)
            stream[i] = x + inner @ model.part(layer, "ffn_down").T
            if layer in wanted:
                found[i][layer] = stream[i][1:]
    return found


def digits(rows):
    return [[float(f"{value:.8g}") for value in row] for row in rows]


def main(which, resources, *gguf):
    golden = pathlib.Path(resources) / "golden"
    if which == "stories":
        model, wanted = Stories(pathlib.Path(resources)), [2, 3]
        cases = json.loads((golden / "stories260k-scores.json").read_text())["cases"]
        named = [(f"stories-{i}", cases[i]["token_ids"]) for i in STORIES]
    else:
        model, wanted = Gguf(gguf[0]), [14, 21]
        reference = json.loads((golden / "smollm2-135m-reference.json").read_text())
        start = reference["document_start_token"]
        named = [(t["name"], [start] + t["ids"]) for t in reference["texts"] if t["name"] in DEFAULT]
    found = streams(model, [ids for _, ids in named], wanted)
    texts = []
    for (name, ids), of_layer in zip(named, found):
        text = {"name": name, "ids": ids[1:]}
        for layer, rows in of_layer.items():
            if which == "stories":
                text[f"sums.{layer}"] = digits(rows[at : at + GROUP].sum(0) for at in range(0, len(rows), GROUP))
            else:
                text[f"mean.{layer}"] = digits([rows.mean(0)])[0]
        texts.append(text)
    json.dump({"layers": wanted, "group": GROUP, "texts": texts}, sys.stdout)
    print()


main(*sys.argv[1:])
