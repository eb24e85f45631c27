"""Token shards made by prepare.py, dealt out as padded batches."""

import queue
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import torch
from network import BOS, EOS, PAD
from torch import Tensor

Batch = tuple[Tensor, Tensor, Tensor]
POOL = 40_000  # pairs sorted by length at a time
STEP = 4  # lengths are rounded up to a multiple of it, so that few shapes occur


class Shards:
    """Pairs of the shards named in `weights`; a round takes each pair `weight` times (a part of them for fractions)."""

    def __init__(self, folder: Path, weights: Mapping[str, float], tokens: int, seed: int = 1) -> None:
        self.tokens, self.rng, base = tokens, np.random.default_rng(seed), 0
        self.parts: list[tuple[int, int, float]] = []
        flat: dict[str, list[np.ndarray]] = {"src": [], "tgt": []}
        length: dict[str, list[np.ndarray]] = {"src": [], "tgt": []}
        for name, weight in weights.items():
            with np.load(folder / f"{name}.npz") as arrays:
                for side in flat:
                    flat[side].append(arrays[side].astype(np.int64))
                    length[side].append(arrays[side + "_len"].astype(np.int64))
            count = len(length["src"][-1])
            self.parts.append((base, count, weight))
            base += count
            print(f"{name}: {count} pairs, {len(flat['tgt'][-1])} target tokens, x{weight}", flush=True)
        self.flat = {side: np.concatenate(arrays) for side, arrays in flat.items()}
        self.length = {side: np.concatenate(arrays) for side, arrays in length.items()}
        self.start = {side: np.r_[0, arrays.cumsum()[:-1]] for side, arrays in self.length.items()}
        self.size = np.maximum(self.length["src"], self.length["tgt"]) + 1

    def _round(self) -> np.ndarray:
        """One round's pairs in random order."""
        chosen = []
        for base, count, weight in self.parts:
            chosen += [np.arange(base, base + count)] * int(weight)
            chosen.append(base + self.rng.permutation(count)[: round(count * (weight % 1))])
        return self.rng.permutation(np.concatenate(chosen))

    def _cut(self, pairs: np.ndarray) -> list[np.ndarray]:
        """The pairs as batches of at most `tokens` padded tokens a side, alike in length."""
        classes = -(-(self.length["tgt"][pairs] + 1) // STEP)
        wave = np.where(classes % 2, 1, -1) * self.length["src"][pairs]  # up and down, so that neighbours stay alike
        pairs = pairs[np.lexsort((wave, classes))]
        padded = -(-self.size[pairs] // STEP) * STEP
        cuts, start = [], 0
        while start < len(pairs):
            end = start + 1
            widest = padded[start]
            while end < len(pairs) and max(widest, padded[end]) * (end + 1 - start) <= self.tokens:
                widest = max(widest, padded[end])
                end += 1
            cuts.append(pairs[start:end])
            start = end
        return cuts

    def forever(self) -> Iterator[Batch]:
        """Batches of round after round, shuffled."""
        while True:
            order = self._round()
            for pool in np.array_split(order, max(1, len(order) // POOL)):
                cuts = self._cut(pool)
                self.rng.shuffle(cuts)
                yield from map(self.batch, cuts)

    def once(self) -> Iterator[Batch]:
        """Batches of one round, shortest first."""
        yield from map(self.batch, self._cut(self._round()))

    def batch(self, pairs: np.ndarray) -> Batch:
        """Source with end mark, target with begin mark, target with end mark; padded, shape (pairs, length)."""
        source, target = self._padded("src", pairs), self._padded("tgt", pairs)
        begun = np.full_like(target, PAD)
        begun[:, 0], begun[:, 1:] = BOS, np.where(target == EOS, PAD, target)[:, :-1]
        return torch.from_numpy(source), torch.from_numpy(begun), torch.from_numpy(target)

    def _padded(self, side: str, pairs: np.ndarray) -> np.ndarray:
        length, start = self.length[side][pairs], self.start[side][pairs]
        columns = np.arange(-(-(length.max() + 1) // STEP) * STEP)
        inside = columns[None] < length[:, None]
        padded = self.flat[side][np.where(inside, start[:, None] + columns[None], 0)] * inside
        padded[np.arange(len(pairs)), length] = EOS
        return padded


def ahead(items: Iterator[Batch], depth: int = 4) -> Iterator[Batch]:
    """The same items, made by a thread that runs `depth` ahead."""
    box: queue.Queue[Batch] = queue.Queue(depth)

    def fill() -> None:
        for item in items:
            box.put(item)

    threading.Thread(target=fill, daemon=True).start()
    while True:
        yield box.get()
