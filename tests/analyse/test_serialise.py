from __future__ import annotations

from pathlib import Path

from generator.analyse.serialise import analyse_json
from generator.model import Analysis, Document, Entity, Mention, Question, Quotation, Role, Sentence, Span, Text

TEXT = "Bergen sagte: „Ja.“"


def test_contract() -> None:
    whole, name = Span(start=0, end=19), Span(start=0, end=6)
    analysis = Analysis(
        document=Document(id="x", text=TEXT),
        sentences=(Sentence(span=whole, paragraph=0),),
        entities=(
            Entity(
                id="bergen",
                kind="person",
                name="Bergen",
                english="Bergen",
                mentions=(Mention(span=name, kind="name"),),
                roles=(Role(name=Text(de="Sprecher"), span=name),),
            ),
        ),
        quotations=(
            Quotation(
                type="Direct",
                medium="speech",
                quote=(Span(start=14, end=19),),
                speaker=(name,),
                speaker_entity="bergen",
            ),
        ),
        questions=(Question(kind="hedge", span=whole, evidence=(name,)),),
    )
    assert analyse_json(Path("seeds/x.txt"), analysis) == {
        "path": "seeds/x.txt",
        "text": TEXT,
        "sentences": [[0, 19]],
        "entities": [{"id": "bergen", "kind": "person", "name": "Bergen", "roles": ["Sprecher"], "mentions": [[0, 6]]}],
        "quotations": [
            {
                "type": "Direct",
                "medium": "speech",
                "quote": [[14, 19]],
                "cue": [],
                "frame": [],
                "speaker": [[0, 6]],
                "addressee": [],
                "speaker_entity": "bergen",
            }
        ],
        "questions": [{"kind": "hedge", "span": [0, 19], "evidence": [[0, 6]]}],
    }
