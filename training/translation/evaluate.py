"""BLEU and chrF (sacrebleu) of an Argos Translate package on one German and one English file, one segment a line.

python evaluate.py translate-de_en-0_1.argosmodel newstest2017.de newstest2017.en [--first 1000] [--show 20]
"""

import argparse
import tempfile
import time
import zipfile
from pathlib import Path

import ctranslate2
import sacrebleu
import sentencepiece


def translate(package: Path, lines: list[str], beam: int, threads: int) -> list[str]:
    """The lines in English: CTranslate2 int8, length penalty 1, batches sorted by length."""
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(package).extractall(folder)
        (root,) = Path(folder).iterdir()
        pieces = sentencepiece.SentencePieceProcessor(model_file=str(root / "sentencepiece.model"))
        engine = ctranslate2.Translator(str(root / "model"), compute_type="int8", intra_threads=threads)
        results = engine.translate_batch(
            pieces.encode(lines, out_type=str),
            beam_size=beam,
            length_penalty=1.0,
            max_batch_size=2048,
            batch_type="tokens",
        )
        return [pieces.decode(result.hypotheses[0]) for result in results]


def main() -> None:
    """Read the arguments, translate, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--first", type=int, help="use only so many lines")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--show", type=int, default=0, help="print so many sentences beside their references")
    options = parser.parse_args()
    german, english = (
        path.read_text(encoding="utf-8").splitlines()[: options.first] for path in (options.german, options.english)
    )
    start = time.perf_counter()
    output = translate(options.package, german, options.beam, options.threads)
    seconds = time.perf_counter() - start
    for source, reference, line in list(zip(german, english, output, strict=True))[: options.show]:
        print(f"{source}\n  = {reference}\n  > {line}")
    bleu, chrf = sacrebleu.corpus_bleu(output, [english]), sacrebleu.corpus_chrf(output, [english])
    print(f"BLEU {bleu.score:.2f}  chrF {chrf.score:.2f}  {len(german)} segments  {len(german) / seconds:.0f} a second")


if __name__ == "__main__":
    main()
