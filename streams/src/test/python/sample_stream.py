#!/usr/bin/env python3
"""Builds the sample stream that ships with the program.

    python3 sample_stream.py DATA > ../../main/resources/dev/assay/streams/demo/sample-stream.jsonl

DATA holds fast-detect-gpt/*.raw_data.json, lastde-data-via-uncertainty-aigt/*.raw_data.json (both MIT) and
litbank-novels.jsonl.xz (public domain), in these folders' own layout, at any depth. Only documents of the test half are
taken, so no calibration has seen them. The choice is a function of the texts alone: the same data give the same file.
"""
import hashlib
import json
import lzma
import pathlib
import re
import sys

FAST, LASTDE = "fast-detect-gpt", "lastde-data-via-uncertainty-aigt"
ORIGINS = {
    FAST: ("baoguangsheng/fast-detect-gpt", "MIT"),
    LASTDE: ("the Lastde paper's texts (data via uncertainty-aigt)", "MIT"),
}
DOMAINS = {"xsum": "news", "writing": "stories", "reddit": "forum", "pubmed": "biomedical", "squad": "encyclopedic"}
# (folder, set, generator, human texts, machine texts)
PLAN = [
    (FAST, "xsum", "gpt-4", 3, 2),
    (FAST, "xsum", "gpt-3.5-turbo", 2, 2),
    (LASTDE, "xsum", "claude3haiku", 1, 1),
    (LASTDE, "xsum", "gpt2_xl", 0, 1),
    (FAST, "writing", "gpt-4", 3, 2),
    (FAST, "writing", "davinci", 1, 1),
    (LASTDE, "writing", "gpt4o", 1, 2),
    (LASTDE, "writing", "llama3_8b", 1, 1),
    (LASTDE, "reddit", "gpt4turbo", 2, 2),
    (LASTDE, "reddit", "claude3haiku", 2, 2),
    (LASTDE, "reddit", "gemma_7b", 1, 1),
    (LASTDE, "reddit", "phi2", 0, 1),
    (FAST, "pubmed", "gpt-4", 2, 2),
    (FAST, "pubmed", "gpt-3.5-turbo", 1, 1),
    (LASTDE, "squad", "llama3_8b", 3, 3),
    (LASTDE, "squad", "phi2", 1, 1),
]
BOOKS = {"1342": "Jane Austen", "11": "Lewis Carroll", "2701": "Herman Melville", "345": "Bram Stoker", "76": "Mark Twain",
         "84": "Mary Shelley", "1661": "Arthur Conan Doyle", "98": "Charles Dickens"}
SOURCES = {  # two or three authors a domain; each writes by one hand or by both
    "news": {"human": ["morning-courier", "evening-herald"], "machine": ["evening-herald", "wire-digest"]},
    "stories": {"human": ["inkwell", "fireside"], "machine": ["fireside", "plot-machine"]},
    "forum": {"human": ["ask-away", "threadbare"], "machine": ["helpful-replies", "threadbare"]},
    "biomedical": {"human": ["lab-notes"], "machine": ["lab-notes", "quick-abstracts"]},
    "encyclopedic": {"human": ["almanac"], "machine": ["almanac", "fact-sheets"]},
    "books": {"human": ["old-bookshelf"], "machine": []},
}
UNFIT = re.compile(r"\b(fuck|shit|bitch|cunt|rape|porn|sex|suicid|nazi|nigg|kill|murder|terror|blood|abus|drug|dick|cock|ass\b|arrest|charged|guilty|accus|jail|prison|die\b|dies|died|dying|dead|death|shot|victim|court)|, \d\d,|Â", re.I)


def identity(text):
    return " ".join(text.split())[:60]


def test_half(text):
    # DocumentIdentity#half
    return hashlib.sha256(identity(text).encode()).digest()[0] >= 128


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def fit(text, low=45, high=520):
    # Not cut off in the middle of a word, of a length that a page or a post has, and fit for a demonstration.
    return low <= len(text.split()) <= high and not UNFIT.search(text)


def pairs(root, folder, name):
    path = next(root.rglob(f"{folder}/{name}.raw_data.json"))
    data = json.loads(path.read_text())
    if isinstance(data, dict):
        return list(zip(data["original"], data["sampled"]))
    return [(pair["original_text"], pair["ai_generated_text"]) for pair in data]


def labelled(root):
    used = set()
    for folder, kind, generator, humans, machines in PLAN:
        found = [(h, m) for h, m in pairs(root, folder, f"{kind}_{generator}") if test_half(h) and test_half(m)]
        origin, licence = ORIGINS[folder]
        for label, count, at in (("human", humans, 0), ("machine", machines, 1)):
            texts = sorted({pair[at] for pair in found if fit(pair[at])}, key=digest)
            for text in [t for t in texts if identity(t) not in used][:count]:
                used.add(identity(text))
                yield {"domain": DOMAINS[kind], "label": label, "author": "person" if label == "human" else generator,
                       "text": text.strip(), "origin": f"{origin}, {kind}_{generator}", "license": licence}


def books(root):
    with lzma.open(next(root.rglob("litbank-novels.jsonl.xz")), "rt") as lines:
        for line in lines:
            book = json.loads(line)
            if str(book["id"]) not in BOOKS:
                continue
            paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", book["text"])]
            chosen = sorted((p for p in paragraphs if fit(p, 110, 400) and p[-1] in '.!?"”'), key=digest)[:1]
            for text in chosen:
                yield {"domain": "books", "label": "human", "author": BOOKS[str(book["id"])], "text": text,
                       "origin": f"dbamman/litbank, {book['title']}", "license": "public domain"}


def odd():
    own = {"origin": "written for Assay", "license": "Apache-2.0"}
    sentence = "The tide table for the harbour is pinned beside the door, and nobody has read it since the spring. "
    hidden = ("Our new kettle boils water in ninety seconds, switches itself off, and keeps the lid cool enough to touch. "
              "We tested it in a busy office kitchen for six weeks, filled it about forty times a day, and found no scale "
              "worth mentioning at the end. The cord is short, the light is bright, and the handle stays dry. If you only "
              "make one cup at a time, the smaller model will serve you just as well and takes less room on the shelf.")
    return {
        2: {"source": "empty-handed", "domain": "forum", "text": "", **own},
        6: {"source": "one-liners", "domain": "forum", "label": "human", "text": "Thanks, that fixed it for me.", **own},
        11: {"source": "broken-encoder", "bytes": "c3 28 a0 a1 e2 28 a1 f0 28 8c bc", **own},
        16: {"source": "sneaky", "domain": "forum", "text": hidden.replace("e", "e\u200b"), **own},
        21: {"source": "withdrawn", "tombstone": True, **own},
        26: {"source": "grenoble", "domain": "news", "label": "human", "text": (
            "La bibliothèque municipale rouvre ses portes lundi après huit mois de travaux. Le toit a été refait, les "
            "fenêtres changées, et la salle de lecture du premier étage compte désormais quarante places de plus. La "
            "directrice rappelle que les livres empruntés avant la fermeture peuvent être rendus sans pénalité jusqu'à la "
            "fin du mois. Les horaires restent les mêmes, sauf le samedi, où l'on pourra venir une heure plus tôt."), **own},
        31: {"source": "long-winded", "domain": "stories", "text": sentence, "repeat": 600, **own},
    }


def stream(root):
    texts = sorted([*labelled(root), *books(root)], key=lambda entry: digest(entry["text"]))
    seen = {}
    for entry in texts:
        names = SOURCES[entry["domain"]][entry["label"]]
        seen[entry["domain"], entry["label"]] = turn = seen.get((entry["domain"], entry["label"]), -1) + 1
        yield {"source": names[turn % len(names)], **entry}


def main():
    lines, oddities = list(stream(pathlib.Path(sys.argv[1]))), odd()
    for at in sorted(oddities):
        lines.insert(at, oddities[at])
    for number, line in enumerate(lines, 1):
        print(json.dumps({"id": f"sample-{number:02}", **line}, ensure_ascii=False))


if __name__ == "__main__":
    main()
