"""Write trained weights as an Argos Translate package (`.argosmodel`) that CTranslate2 runs in int8.

python export.py weights.npz spm.model translate-de_en-0_4.argosmodel --version 0.4 [--mean other.npz]

With `--mean` the package holds the mean of both weights, which must be of one run (Izmailov et al. 2018).
"""

import argparse
import json
import shutil
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs import common_spec, transformer_spec
from network import Shape, positions
from weights import load

Weights = dict[str, np.ndarray]
LONGEST = 512  # positions


def fill_norm(spec, weights: Weights, name: str) -> None:
    """A layer norm."""
    spec.gamma, spec.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]


def fill_linear(spec, weights: Weights, name: str) -> None:
    """A matrix with its bias."""
    spec.weight, spec.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def fill_layer(spec, weights: Weights, name: str, cross: bool) -> None:
    """An encoder layer, or with `cross` a decoder layer."""
    fill_norm(spec.self_attention.layer_norm, weights, f"{name}.self_norm")
    fill_linear(spec.self_attention.linear[0], weights, f"{name}.self_attention.qkv")
    fill_linear(spec.self_attention.linear[1], weights, f"{name}.self_attention.out")
    if cross:
        fill_norm(spec.attention.layer_norm, weights, f"{name}.cross_norm")
        for i, part in enumerate(("q", "kv", "out")):
            fill_linear(spec.attention.linear[i], weights, f"{name}.cross_attention.{part}")
    fill_norm(spec.ffn.layer_norm, weights, f"{name}.ffn_norm")
    fill_linear(spec.ffn.linear_0, weights, f"{name}.up")
    fill_linear(spec.ffn.linear_1, weights, f"{name}.down")


def specification(shape: Shape, weights: Weights, tokens: list[str]) -> transformer_spec.TransformerSpec:
    """CTranslate2's description of the network."""
    spec = transformer_spec.TransformerSpec.from_config(
        (shape.encoder, shape.decoder), shape.heads, pre_norm=True, activation=common_spec.Activation.RELU
    )
    table = positions(LONGEST, shape.width).numpy().astype(np.float32)
    for side, name, cross in ((spec.encoder, "encoder", False), (spec.decoder, "decoder", True)):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = weights["embed.weight"]
        side.scale_embeddings = True
        side.position_encodings.encodings = table
        fill_norm(side.layer_norm, weights, f"{name[:3]}_norm")
        for i, layer in enumerate(side.layer):
            fill_layer(layer, weights, f"{name}.{i}", cross)
    spec.decoder.projection.weight = weights["embed.weight"]
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.add_source_eos, spec.config.add_source_bos = True, False
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<s>", "</s>", "<unk>"
    spec.config.decoder_start_token = "<s>"
    return spec


def export(source: Path, pieces: Path, package: Path, version: str, other: Path | None = None) -> None:
    """The package, with int8 matrices; written whole."""
    shape, weights = load(source)
    if other:
        others = load(other)[1]
        weights = {name: (value + others[name]) / 2 for name, value in weights.items()}
    processor = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    tokens = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    spec = specification(shape, weights, tokens)
    spec.validate()
    spec.optimize(quantization="int8")
    metadata = {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": "de",
        "from_name": "German",
        "to_code": "en",
        "to_name": "English",
        "type": "translate",
    }
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / package.stem
        (folder / "model").mkdir(parents=True)
        spec.save(str(folder / "model"))
        shutil.copyfile(pieces, folder / "sentencepiece.model")
        (folder / "metadata.json").write_text(json.dumps(metadata, indent=2), encoding="utf-8")
        with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                archive.write(path, path.relative_to(scratch))


def main() -> None:
    """Read the arguments, write the package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("pieces", type=Path)
    parser.add_argument("package", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--mean", type=Path)
    options = parser.parse_args()
    export(options.weights, options.pieces, options.package, options.version, options.mean)
    print(options.package, options.package.stat().st_size / 1e6, "MB")


if __name__ == "__main__":
    main()
