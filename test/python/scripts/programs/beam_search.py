"""Decoding: beam search, sampling with a temperature, top-k and nucleus, and Viterbi's algorithm."""

import heapq
import math
import random
from collections import Counter, defaultdict
from typing import NamedTuple

CORPUS = """the cat sat on the mat . the dog sat on the log . the cat saw the dog .
a dog saw a cat on a log . the mat saw nothing ."""


class Bigrams:
    def __init__(self, text, smoothing=0.01):
        words = text.split()
        self.vocabulary = sorted(set(words))
        self.counts = defaultdict(Counter)
        for a, b in zip(["."] + words, words):
            self.counts[a][b] += 1
        self.smoothing = smoothing

    def log_probabilities(self, word):
        counts = self.counts[word]
        total = counts.total() + self.smoothing * len(self.vocabulary)
        return {w: math.log((counts[w] + self.smoothing) / total) for w in self.vocabulary}


class Hypothesis(NamedTuple):
    score: float
    words: tuple

    @property
    def normalized(self):
        return self.score / len(self.words) ** 0.7


def beam_search(model, start, width, length):
    beam = [Hypothesis(0.0, (start,))]
    finished = []
    for _ in range(length):
        candidates = (
            Hypothesis(h.score + p, h.words + (w,))
            for h in beam
            for w, p in model.log_probabilities(h.words[-1]).items()
        )
        best = heapq.nlargest(2 * width, candidates, key=lambda h: (h.score, h.words))
        finished += [h for h in best if h.words[-1] == "."]
        beam = [h for h in best if h.words[-1] != "."][:width]
    return sorted(finished, key=lambda h: (-h.normalized, h.words))[:width]


def softmax(scores, temperature=1.0):
    top = max(scores)
    weights = [math.exp((s - top) / temperature) for s in scores]
    total = math.fsum(weights)
    return [w / total for w in weights]


def sample(model, word, rng, *, temperature=1.0, top_k=None, top_p=None):
    pairs = sorted(model.log_probabilities(word).items(), key=lambda p: (-p[1], p[0]))[:top_k]
    weights = softmax([p for _, p in pairs], temperature)
    if top_p is not None:
        mass, keep = 0.0, 0
        while mass < top_p:
            mass += weights[keep]
            keep += 1
        pairs, weights = pairs[:keep], weights[:keep]
    (choice,) = rng.choices([w for w, _ in pairs], weights)
    return choice


def viterbi(observed, states, start, step, emit):
    paths = {s: (start[s] * emit[s][observed[0]], [s]) for s in states}
    for seen in observed[1:]:
        paths = {
            s: max(((p * step[old][s] * emit[s][seen], path + [s]) for old, (p, path) in paths.items()))
            for s in states
        }
    return max(paths.values())


model = Bigrams(CORPUS)
for h in beam_search(model, "the", width=3, length=5):
    print(f"{h.score:8.4f} {h.normalized:8.4f}", " ".join(h.words))
for options in ({}, {"temperature": 0.3}, {"top_k": 2}, {"top_p": 0.6, "temperature": 1.5}):
    rng, words = random.Random(11), ["the"]
    while words[-1] != "." and len(words) < 12:
        words.append(sample(model, words[-1], rng, **options))
    print(options, " ".join(words))
print([round(p, 4) for p in softmax([1.0, 2.0, 3.0])], sum(softmax([1000.0, 1001.0])))

probability, path = viterbi(
    ["normal", "cold", "dizzy"],
    ("Healthy", "Fever"),
    {"Healthy": 0.6, "Fever": 0.4},
    {"Healthy": {"Healthy": 0.7, "Fever": 0.3}, "Fever": {"Healthy": 0.4, "Fever": 0.6}},
    {
        "Healthy": {"normal": 0.5, "cold": 0.4, "dizzy": 0.1},
        "Fever": {"normal": 0.1, "cold": 0.3, "dizzy": 0.6},
    },
)
print(f"{probability:.5f}", " -> ".join(path))
