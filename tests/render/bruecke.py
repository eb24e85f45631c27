"""An invented event as a briefing made by hand, with everything that a page can show."""

from __future__ import annotations

from pathlib import Path

from generator.model import (
    Briefing,
    Change,
    Claim,
    Discrepancy,
    Document,
    OpenQuestion,
    Overlap,
    PartialDate,
    Participant,
    Place,
    Position,
    Reference,
    Segment,
    Span,
    SummarySentence,
    Text,
    TimelineEntry,
    Translation,
    TranslationUnit,
    Variant,
)

FOLDER = Path(__file__).parents[1] / "fixtures" / "bruecke"
MAY = PartialDate(year=2024, month=5)
THURSDAY = PartialDate(year=2024, month=5, weekday=3)

A = Document(id="blatt-a", text=(FOLDER / "blatt-a.txt").read_text(encoding="utf-8"), agencies=("dpa",), published=MAY)
B = Document(
    id="blatt-b",
    text=(FOLDER / "blatt-b.txt").read_text(encoding="utf-8"),
    title="Streit um die Neißebrücke beigelegt",
    publisher="Mittelzeitung",
    agencies=("dpa",),
    published=MAY,
    url="https://example.org/neissebruecke",
)


def at(document: Document, words: str) -> Reference:
    """The first place of `words` in the document."""
    start = document.text.index(words)
    return Reference(document=document.id, span=Span(start=start, end=start + len(words)))


def said(document: Document, words: str, kind: str, frame: str | None = None, text: str | None = None) -> Variant:
    """One source's wording."""
    return Variant(
        text=Text(de=text or words),
        type=kind,  # type: ignore[arg-type]
        reference=at(document, words),
        frame=at(document, frame) if frame else None,
    )


def claim(id: str, speaker: str | None, *variants: Variant, **more: object) -> Claim:
    """A statement that shows its first variant."""
    first = variants[0]
    return Claim(id=id, type=first.type, speaker=speaker, text=first.text, variants=variants, **more)  # type: ignore[arg-type]


def person(id: str, called: str, *references: Reference, **more: object) -> Participant:
    """A participant with one name in both languages."""
    return Participant(
        **({"id": id, "kind": "person", "name": Text(de=called, en=called), "reports": references} | more)
    )  # type: ignore[arg-type]


BRIEFING = Briefing(
    id="neissebruecke",
    title=Text(
        de="Treffen von Jonas Wendrich und Ewa Malinska im Rathaus Görlitz",
        en="Meeting of Jonas Wendrich and Ewa Malinska at Görlitz town hall",
    ),
    date=THURSDAY,
    sources=(A, B),
    summary=(
        SummarySentence(
            id="summary-1",
            text=Text(de="Sachsen und Polen wollen die Neißebrücke bei Görlitz gemeinsam sanieren."),
            reports=(at(B, "Sachsen und Polen wollen die Neißebrücke bei Görlitz gemeinsam sanieren."),),
        ),
        SummarySentence(
            id="summary-2",
            text=Text(de="Das Bauwerk ist seit einem Hochwasser im März geschlossen."),
            reports=(at(A, "Das Bauwerk ist seit einem Hochwasser im März geschlossen."),),
        ),
        SummarySentence(
            id="summary-3",
            text=Text(de="Malińska sagte, Polen trage ein Drittel der Kosten."),
            reports=(
                at(A, "Polen werde ein Drittel davon übernehmen"),
                at(B, "Malińska sagte, Polen trage ein Drittel der Kosten."),
            ),
        ),
    ),
    participants=(
        person(
            "jonas-wendrich",
            "Jonas Wendrich",
            at(A, "Jonas Wendrich"),
            at(B, "Jonas Wendrich"),
            roles=(Text(de="sächsischer Verkehrsminister", en="Saxon transport minister"),),
            involvement="speaks",
        ),
        person(
            "ewa-malinska",
            "Ewa Malinska",
            at(A, "Ewa Malinska"),
            at(B, "Ewa Malińska"),
            aliases=("Malińska",),
            roles=(
                Text(de="polnische Vizeministerin", en="Polish deputy minister"),
                Text(de="stellvertretende Infrastrukturministerin", en="deputy infrastructure minister"),
            ),
            involvement="speaks",
        ),
        person("petra-sohl", "Petra Sohl", at(A, "Petra Sohl"), roles=(Text(de="Oberbürgermeisterin", en="mayor"),)),
        person(
            "anwohner",
            "Anwohner",
            at(B, "Anwohner"),
            kind="group",
            name=Text(de="Anwohner", en="residents"),
        ),
    ),
    mentioned=(
        person("otto-hase", "Otto Hase", at(A, "Otto Hase"), roles=(Text(de="Ingenieur", en="engineer"),)),
        person(
            "landesamt-fuer-strassenbau",
            "",
            at(A, "Landesamts für Straßenbau"),
            kind="organisation",
            name=Text(de="Landesamt für Straßenbau", en="State Office for Road Construction"),
        ),
    ),
    locations=(
        Place(
            id="rathaus-goerlitz",
            name=Text(de="Rathaus", en="Town hall"),
            kind="venue",
            within=("goerlitz", "sachsen"),
            latitude=51.155,
            longitude=14.989,
            scene=True,
            references=(at(A, "Rathaus"), at(B, "Görlitzer Rathaus")),
        ),
        Place(
            id="goerlitz",
            name=Text(de="Görlitz", en="Görlitz"),
            kind="city",
            within=("sachsen",),
            references=(at(A, "Görlitz"), at(B, "Görlitz")),
        ),
        Place(id="sachsen", name=Text(de="Sachsen", en="Saxony"), kind="region", references=(at(B, "Sachsen"),)),
        Place(
            id="dresden",
            name=Text(de="Dresden", en="Dresden"),
            kind="city",
            latitude=51.05,
            longitude=13.74,
            references=(at(B, "Dresden"),),
        ),
    ),
    statements=(
        claim(
            "s-arbeiten-beginnen",
            "jonas-wendrich",
            said(
                A,
                '"Wir wollen noch in diesem Jahr mit den Arbeiten beginnen"',
                "Direct",
                "sagte Wendrich nach dem Gespräch im Rathaus",
            ),
            said(B, "„Wir wollen noch in diesem Jahr mit den Arbeiten anfangen“", "Direct", "so Wendrich"),
        ),
        claim("s-kosten", "jonas-wendrich", said(A, "Die Kosten bezifferte er auf 14 Millionen Euro.", "Reported")),
        claim(
            "s-pruefer",
            "jonas-wendrich",
            said(B, "„Das entscheiden die Prüfer, nicht die Politik.“", "Direct", "antwortete Wendrich"),
            context=Text(
                de="Auf die Frage, wann der Lkw-Verkehr wieder rollen könne",
                en="Asked when lorries could cross again",
            ),
        ),
        claim(
            "s-drittel",
            "ewa-malinska",
            said(A, "Polen werde ein Drittel davon übernehmen", "Indirect", "kündigte Malinska an"),
            said(B, "Polen trage ein Drittel der Kosten", "Indirect", "Malińska sagte"),
        ),
        claim(
            "s-kein-grund",
            "ewa-malinska",
            said(A, 'Es gebe "keinen Grund, die Menschen länger warten zu lassen".', "Indirect"),
        ),
        claim(
            "s-informiert",
            "anwohner",
            said(B, "sie seien monatelang nicht informiert worden", "Indirect", "Anwohner kritisierten"),
        ),
        claim("s-ministerium", None, said(B, "soll die Sanierung 17 Millionen Euro kosten", "Indirect")),
    ),
    open_questions=(
        OpenQuestion(
            id="q-lastwagen",
            kind="unanswered",
            status="open",
            text=Text(
                de="Wird die Brücke für Lastwagen wieder freigegeben, und wann?",
                en="Will the bridge be reopened to lorries, and when?",
            ),
            evidence=(
                at(A, "Ob die Brücke für Lastwagen wieder freigegeben wird, ließ der Minister offen."),
                at(B, "„Das entscheiden die Prüfer, nicht die Politik.“"),
            ),
            raised_by="jonas-wendrich",
        ),
        OpenQuestion(
            id="q-pfeiler",
            kind="hedge",
            status="answered",
            text=Text(
                de="Sind die Pfeiler stärker beschädigt als bisher angenommen?",
                en="Are the piers more badly damaged than thought?",
            ),
            evidence=(at(A, "könnten die Pfeiler stärker beschädigt sein als bisher angenommen"),),
            raised_by="landesamt-fuer-strassenbau",
            answer=at(B, "Das entscheiden die Prüfer"),
            link="https://example.org/pfeiler",
        ),
    ),
    discrepancies=(
        Discrepancy(
            id="d-kosten",
            topic=Text(de="Kosten der Sanierung", en="Cost of the renovation"),
            positions=(
                Position(
                    text=Text(de="14 Millionen Euro (Wendrich)", en="14 million euros (Wendrich)"),
                    reports=(at(A, "14 Millionen Euro"),),
                ),
                Position(
                    text=Text(
                        de="17 Millionen Euro (Ministerium in Dresden)", en="17 million euros (ministry in Dresden)"
                    ),
                    reports=(at(B, "17 Millionen Euro"),),
                ),
            ),
        ),
    ),
    timeline=(
        TimelineEntry(
            id="t-1958",
            date=PartialDate(year=1958),
            text=Text(de="der sie 1958 entworfen hatte"),
            reports=(at(A, "der sie 1958 entworfen hatte"),),
            background=True,
        ),
        TimelineEntry(
            id="t-2024-03",
            date=PartialDate(year=2024, month=3),
            text=Text(de="Das Bauwerk ist seit einem Hochwasser im März geschlossen."),
            reports=(at(A, "Das Bauwerk ist seit einem Hochwasser im März geschlossen."),),
            background=True,
        ),
        TimelineEntry(
            id="t-2024-05-donnerstag",
            date=THURSDAY,
            text=Text(de="Treffen im Rathaus Görlitz", en="Meeting at Görlitz town hall"),
            reports=(at(A, "am Donnerstag"), at(B, "bei einem Treffen im Görlitzer Rathaus")),
        ),
    ),
    changes=(Change(date=MAY, kind="source", text=Text(de="Quelle B ergänzt", en="Source B added")),),
    overlaps=(Overlap(documents=("blatt-a", "blatt-b"), agencies=("dpa",), share=0.34),),
)


def unit(german: str, english: str | None, state: str = "machine") -> TranslationUnit:
    """A translated segment; without English one whose translation failed."""
    return TranslationUnit(
        segment=Segment(source=german),
        target=english,
        origin="engine" if english else "none",
        state=state,  # type: ignore[arg-type]
        flags=() if english else ("numbers",),
    )


TRANSLATION = Translation(
    units=(
        unit(
            "Sachsen und Polen wollen die Neißebrücke bei Görlitz gemeinsam sanieren.",
            "Saxony and Poland want to renovate the Neisse bridge near Görlitz together.",
        ),
        unit(
            "Das Bauwerk ist seit einem Hochwasser im März geschlossen.",
            "The structure has been closed since a flood in March.",
            "reviewed",
        ),
        unit(
            "Malińska sagte, Polen trage ein Drittel der Kosten.",
            "Malińska said Poland would bear a third of the cost.",
        ),
        unit('"Wir wollen noch in diesem Jahr mit den Arbeiten beginnen"', '"We want to start work this year"'),
        unit("Die Kosten bezifferte er auf 14 Millionen Euro.", None, "untranslated"),
        unit(
            "„Das entscheiden die Prüfer, nicht die Politik.“",
            "“That is for the inspectors to decide, not for politicians.”",
        ),
        unit("Polen werde ein Drittel davon übernehmen", "Poland would bear a third of it", "reviewed"),
        unit(
            'Es gebe "keinen Grund, die Menschen länger warten zu lassen".',
            'There was "no reason to keep people waiting any longer".',
        ),
        unit("sie seien monatelang nicht informiert worden", "they had not been informed for months"),
        unit("soll die Sanierung 17 Millionen Euro kosten", "the renovation is to cost 17 million euros"),
        unit("der sie 1958 entworfen hatte", "who had designed it in 1958"),
    )
)
