from __future__ import annotations

from generator.merge import overlaps
from tests.merge.articles import article

WIRE = (
    "Die Feuerwehr hat in der Nacht zum Freitag einen Brand in einer Lagerhalle am Hafen von Husum gelöscht. Zwei "
    "Männer wurden leicht verletzt und in ein Krankenhaus gebracht. Die Ursache ist nach Angaben der Polizei unklar. "
)
OWN = (
    "Es roch noch am Morgen nach Rauch. Anwohner erzählten, wie sie von Sirenen geweckt wurden und aus den Fenstern "
    "schauten. Der Bürgermeister kam mit dem Fahrrad und dankte den Helfern. "
)
SPEECH = '"Wir haben heute Nacht sehr großes Glück gehabt, denn nebenan lagert Diesel in hundert Fässern", sagte er. '


def test_copies_of_one_report_are_one_group_with_its_agency() -> None:
    found = overlaps.find(
        (
            article("a", WIRE + OWN, agencies=("dpa",)),
            article("b", WIRE + "Der Schaden ist hoch.", agencies=("dpa",)),
            article("c", OWN.replace("Morgen", "Mittag") + "Mehr weiß man nicht."),
        )
    )
    assert [(o.documents, o.agencies) for o in found] == [(("a", "b"), ("dpa",)), (("a", "c"), ("dpa",))]
    assert all(0 < o.share <= 1 for o in found)


def test_text_without_a_credited_agency_is_only_shared() -> None:
    (found,) = overlaps.find((article("a", WIRE + OWN), article("b", WIRE)))
    assert found.agencies == ()


def test_the_same_speech_is_no_shared_text() -> None:
    assert overlaps.find((article("a", SPEECH + OWN), article("b", SPEECH + WIRE))) == ()
