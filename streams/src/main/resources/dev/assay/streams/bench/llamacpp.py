"""llama.cpp: the logits of all positions, one text at a time, and nothing done with them.

    python llamacpp.py MODEL.gguf --threads 2 --start-token 0

reads requests from standard input, a line of JSON each, and answers each with one:

    {"texts": ["..."]}
    {"tokens": 1234, "seconds": 4.1}

Needs llama-cpp-python. Detectors would come on top: what is timed is the least that any of them needs.
"""

import argparse
import json
import sys
import time

import llama_cpp

MOST_TOKENS = 1025  # the longest window with its start token


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model", help="a GGUF file")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--start-token", type=int, default=0, help="id of the token that stands before every text")
    arguments = parser.parse_args()
    model = llama_cpp.Llama(
        arguments.model,
        n_ctx=MOST_TOKENS,
        n_batch=MOST_TOKENS,
        n_ubatch=512,
        n_threads=arguments.threads,
        n_threads_batch=arguments.threads,
        logits_all=True,
        verbose=False,
    )
    print(json.dumps({"ready": f"llama-cpp-python {llama_cpp.__version__}"}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        start = time.perf_counter()
        tokens = 0
        for text in request["texts"]:
            ids = model.tokenize(text.encode(), add_bos=False)[: MOST_TOKENS - 1]
            model.reset()
            model.eval([arguments.start_token] + ids[:-1])  # position i predicts token i
            tokens += len(ids)
        seconds = time.perf_counter() - start
        print(json.dumps({"tokens": tokens, "seconds": seconds}), flush=True)


if __name__ == "__main__":
    main()
