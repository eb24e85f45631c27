"""How often the rule alone gives the usual English spelling of a name in German transcription, and leaves others alone.

`transcription.tsv`: names of persons with their English form from Wikipedia titles (CC0), collected by
`training/transcription/collect.py`; the held-out fifth was never learned from. The tables of names do not take part.
A name counts as right where it equals the English one up to the differences between usual transcriptions
(`generator/analyse/english/variants.csv`: "Sergey" and "Sergei", "Yelena" and "Elena"); exact ones are counted too.
`unchanged.txt`: names that keep their spelling, through the whole of `person_in_english`.

    python -m benchmarks.transcription
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.analyse.english import person_in_english
from generator.analyse.english.transcription import same, transcribe

HERE = Path(__file__).parent


def main() -> None:
    lines = [line.split("\t") for line in (HERE / "transcription.tsv").read_text(encoding="utf-8").splitlines()]
    held_out = [(german, english) for german, english, part in lines if part == "held-out"]
    wrong = [(g, e, t) for g, e in held_out if not same(t := transcribe(g), e)]
    kept = [
        line.split("\t")
        for line in (HERE / "unchanged.txt").read_text(encoding="utf-8").splitlines()
        if line[:1] not in ("#", "")
    ]
    changed = [
        (name, english) for name, nation in kept if (english := person_in_english(name, frozenset((nation,)))) != name
    ]
    result = {
        "held_out": len(held_out),
        "right": round(1 - len(wrong) / len(held_out), 4),
        "exact": round(sum(transcribe(g) == e for g, e in held_out) / len(held_out), 4),
        "unchanged": len(kept),
        "kept": round(1 - len(changed) / len(kept), 4),
        "wrong": [{"german": g, "english": e, "rule": t} for g, e, t in wrong],
        "changed": [{"name": name, "english": english} for name, english in changed],
    }
    out = HERE / "results" / "transcription.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(
        f"{result['right']:.1%} of {len(held_out)} held-out names right ({result['exact']:.1%} letter by letter), "
        f"{result['kept']:.1%} of {len(kept)} names kept that keep their spelling; errors in {out.name}"
    )


if __name__ == "__main__":
    main()
