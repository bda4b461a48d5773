"""The papers' way: transformers on PyTorch in fp32, one text at a time, every detector from the logits.

    python reference.py MODEL.gguf --threads 2 --start-token 0

reads requests from standard input, a line of JSON each, and answers each with one:

    {"texts": ["..."], "samples": 0}
    {"tokens": 1234, "seconds": 3.2, "scores": [{"log-likelihood": -2.9, ...}, ...]}

With samples, lastde++ draws so many alternatives a position. Detectors that need reference frequencies are left out: that table is Assay's own.
Needs torch, transformers, accelerate and gguf. Formulas: see the Javadoc of each detector in detectors/.
"""

import argparse
import json
import math
import os
import sys
import time
import zlib

os.environ["HF_HUB_OFFLINE"] = "1"  # the model is a file, and nothing else is wanted

import torch
import transformers
from tokenizers import pre_tokenizers


def open_model(path, digits_first):
    folder, file = os.path.split(os.path.abspath(path))
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder, gguf_file=file)
    if digits_first:  # the conversion from GGUF drops this step, and tokens would differ
        tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
        )
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, gguf_file=file, dtype=torch.float32)
    return tokenizer, model.eval()


def diversity(x, orbit, bins, scales):
    """Multi-scale diversity entropy of each row: (rows, n) -> (rows, scales)."""
    rows = x.shape[0]
    entropies = []
    for scale in range(1, scales + 1):
        means = x.unfold(-1, scale, 1).mean(-1)
        orbits = means.unfold(-1, orbit, 1)
        cosines = torch.nn.functional.cosine_similarity(orbits[:, :-1], orbits[:, 1:], dim=-1).clamp(-1, 1)
        bin_of = ((cosines + 1) * bins / 2).long().clamp(max=bins - 1)
        counts = torch.zeros(rows, bins).scatter_add_(1, bin_of, torch.ones_like(bin_of, dtype=torch.float32))
        shares = counts / counts.sum(-1, keepdim=True)
        entropies.append(torch.special.entr(shares).sum(-1) / math.log(bins))
    return torch.stack(entropies, -1)


def contrast(x, orbit, bins, scales):
    return x.mean(-1) / diversity(x, orbit, bins, scales).std(-1)


def lowest_fifth(x):
    return x.topk(max(1, x.shape[0] // 5), largest=False).values.mean()


def scores_of(text, ids, logits, samples):
    """All detectors of one text from its logits (n, V)."""
    log_probs = torch.log_softmax(logits, -1)
    x = log_probs.gather(-1, ids[:, None])[:, 0]  # ln p of each token
    ranks = (log_probs > x[:, None]).sum(-1) + 1
    probs = log_probs.exp()
    mean = (probs * log_probs).sum(-1)
    variance = (probs * log_probs.square()).sum(-1) - mean.square()
    n = x.shape[0]
    text_bytes = text.encode()
    log_rank = ranks.float().log().mean()
    spectrum = torch.fft.fft(x - x.mean())[: n // 2] / n
    scores = {
        "log-likelihood": x.mean(),
        "log-rank": -log_rank,
        "entropy": mean.mean(),
        "lrr": -x.mean() / log_rank,
        "fast-detect-gpt": (x.sum() - mean.sum()) / variance.sum().sqrt(),
        "bits-per-byte": x.sum() / (math.log(2) * len(text_bytes)),
        "entropy-per-byte": mean.sum() / (math.log(2) * len(text_bytes)),
        "surprisal-spread": -x.std(),
        "surprisal-steps": -x.diff().std(),
        "spec-detect": -spectrum.abs().square().sum(),
        "loss": x.mean(),
        "min-k": lowest_fifth(x),
        "min-k++": lowest_fifth((x - mean) / variance.clamp(min=1e-12).sqrt()),
        "zlib": x.mean() / len(zlib.compress(text_bytes)),
    }
    if n >= 18:
        scores["lastde"] = contrast(x[None], 3, n, 15)[0]
        scores["lastde-open"] = contrast(x[None], 3, 10 * n, 5)[0]
    if samples and n >= 19:
        drawn = torch.multinomial(probs, samples, replacement=True)  # (n, samples)
        alternatives = contrast(log_probs.gather(-1, drawn).T.contiguous(), 4, 8 * n, 15)
        own = contrast(x[None], 4, 8 * n, 15)[0]
        scores["lastde++"] = (own - alternatives.mean()) / alternatives.std()
    return {name: float(score) for name, score in scores.items()}


def score(model, tokenizer, text, start_token, samples):
    ids = tokenizer(text, add_special_tokens=False, return_tensors="pt").input_ids[0]
    context = torch.cat([torch.tensor([start_token]), ids[:-1]])  # position i predicts token i
    logits = model(context[None], use_cache=False).logits[0]
    return ids.shape[0], scores_of(text, ids, logits, samples)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model", help="a GGUF file")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--start-token", type=int, default=0, help="id of the token that stands before every text")
    parser.add_argument("--pre-tokenizer", default="smollm", help="smollm splits digits first; any other: as converted")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    tokenizer, model = open_model(arguments.model, arguments.pre_tokenizer == "smollm")
    print(json.dumps({"ready": f"transformers {transformers.__version__}, PyTorch {torch.__version__}"}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        start = time.perf_counter()
        with torch.inference_mode():
            scored = [
                score(model, tokenizer, text, arguments.start_token, request["samples"]) for text in request["texts"]
            ]
        seconds = time.perf_counter() - start
        tokens = sum(count for count, _ in scored)
        print(json.dumps({"tokens": tokens, "seconds": seconds, "scores": [s for _, s in scored]}), flush=True)


if __name__ == "__main__":
    main()
