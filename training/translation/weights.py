"""Weights by name: read from a package, grown to a larger shape, kept between runs."""

import dataclasses
import json
import re
import struct
import tempfile
import zipfile
from pathlib import Path

import numpy as np
from network import Shape

TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}
PARTS = (
    (r"(encoder|decoder)/layer_(\d+)/self_attention/linear_0", r"\1.\2.self_attention.qkv"),
    (r"(encoder|decoder)/layer_(\d+)/self_attention/linear_1", r"\1.\2.self_attention.out"),
    (r"(encoder|decoder)/layer_(\d+)/self_attention/layer_norm", r"\1.\2.self_norm"),
    (r"(encoder|decoder)/layer_(\d+)/attention/linear_0", r"\1.\2.cross_attention.q"),
    (r"(encoder|decoder)/layer_(\d+)/attention/linear_1", r"\1.\2.cross_attention.kv"),
    (r"(encoder|decoder)/layer_(\d+)/attention/linear_2", r"\1.\2.cross_attention.out"),
    (r"(encoder|decoder)/layer_(\d+)/attention/layer_norm", r"\1.\2.cross_norm"),
    (r"(encoder|decoder)/layer_(\d+)/ffn/linear_0", r"\1.\2.up"),
    (r"(encoder|decoder)/layer_(\d+)/ffn/linear_1", r"\1.\2.down"),
    (r"(encoder|decoder)/layer_(\d+)/ffn/layer_norm", r"\1.\2.ffn_norm"),
    (r"encoder/layer_norm", "enc_norm"),
    (r"decoder/layer_norm", "dec_norm"),
    (r"encoder/embeddings_0|decoder/(embeddings|projection)", "embed"),
)


def variables(model: bytes) -> dict[str, np.ndarray]:
    """The variables of a CTranslate2 `model.bin` (format version 6) by name; aliases are left out."""
    at = 0

    def take(form: str):
        nonlocal at
        (value,) = struct.unpack_from("<" + form, model, at)
        at += struct.calcsize("<" + form)
        return value

    def text() -> str:
        nonlocal at
        length = take("H")
        value = model[at : at + length - 1].decode()
        at += length
        return value

    take("I"), text(), take("I")
    found = {}
    for _ in range(take("I")):
        name, rank = text(), take("B")
        shape = [take("I") for _ in range(rank)]
        kind, size = TYPES[take("B")], take("I")
        found[name] = np.frombuffer(model, kind, size // np.dtype(kind).itemsize, at).reshape(shape)
        at += size
    return found


def read_package(package: Path) -> tuple[Shape, dict[str, np.ndarray]]:
    """Shape and float32 weights of an `.argosmodel` written by export.py: the way to train it further."""
    with zipfile.ZipFile(package) as archive:
        (path,) = (name for name in archive.namelist() if name.endswith("/model.bin"))
        found = variables(archive.read(path))
    weights = {}
    for name, value in found.items():
        stem, last = name.rsplit("/", 1) if "/" in name else ("", name)
        for pattern, own in PARTS:
            if re.fullmatch(pattern, stem) and last in ("weight", "bias", "gamma", "beta"):
                scale = found.get(f"{stem}/weight_scale") if last == "weight" and value.dtype == np.int8 else None
                plain = value.astype(np.float32) if scale is None else value / scale.reshape(-1, 1).astype(np.float32)
                ending = {"gamma": "weight", "beta": "bias"}.get(last, last)
                weights[f"{re.sub(pattern, own, stem)}.{ending}"] = plain
    vocabulary, width = weights["embed.weight"].shape
    shape = Shape(
        vocabulary=vocabulary,
        width=width,
        feed_forward=len(weights["encoder.0.up.bias"]),
        heads=int(found["encoder/num_heads"]),
        encoder=sum(name.startswith("encoder") and name.endswith("up.bias") for name in weights),
        decoder=sum(name.startswith("decoder") and name.endswith("up.bias") for name in weights),
    )
    return shape, weights


def grown(weights: dict[str, np.ndarray], old: Shape, new: Shape, seed: int = 1) -> dict[str, np.ndarray]:
    """Weights of a larger network that computes the same function (Chen et al. 2016, arXiv 1511.05641).

    New layers come last and add nothing at first (zero output matrices); new feed-forward units have random inputs and
    zero outputs. The width must stay.
    """
    rng = np.random.default_rng(seed)
    result = dict(weights)

    def random(*size: int) -> np.ndarray:
        return rng.normal(0, size[-1] ** -0.5, size).astype(np.float32)

    width, units = new.width, new.feed_forward
    for side, before, after in (("encoder", old.encoder, new.encoder), ("decoder", old.decoder, new.decoder)):
        for i in range(before):
            name, more = f"{side}.{i}", units - old.feed_forward
            result[f"{name}.up.weight"] = np.concatenate([weights[f"{name}.up.weight"], random(more, width)])
            result[f"{name}.up.bias"] = np.pad(weights[f"{name}.up.bias"], (0, more))
            result[f"{name}.down.weight"] = np.pad(weights[f"{name}.down.weight"], ((0, 0), (0, more)))
        for i in range(before, after):
            for key in [key for key in weights if key.startswith(f"{side}.0.")]:
                part = key.removeprefix(f"{side}.0.")
                size = {"up.weight": (units, width), "up.bias": (units,), "down.weight": (width, units)}.get(
                    part, weights[key].shape
                )
                if part.endswith("norm.weight"):
                    value = np.ones(size, np.float32)
                elif part.endswith(("out.weight", "down.weight", "bias")):
                    value = np.zeros(size, np.float32)
                else:
                    value = random(*size)
                result[f"{side}.{i}.{part}"] = value
    return result


def save(path: Path, shape: Shape, weights: dict[str, np.ndarray]) -> None:
    """Float32 weights and their shape in one `.npz`, written whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".npz", delete=False) as file:
        np.savez(file, shape=json.dumps(dataclasses.asdict(shape)), **weights)
    Path(file.name).replace(path)


def load(path: Path) -> tuple[Shape, dict[str, np.ndarray]]:
    """Shape and weights from save(), or from a package."""
    if path.suffix == ".argosmodel":
        return read_package(path)
    with np.load(path) as arrays:
        return Shape(**json.loads(str(arrays["shape"]))), {name: arrays[name] for name in arrays if name != "shape"}
