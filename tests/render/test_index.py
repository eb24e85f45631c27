import dataclasses

from generator.model import PartialDate, Text
from generator.render import index
from tests.render.bruecke import BRIEFING, A, at, claim, said

LATER = dataclasses.replace(
    BRIEFING,
    id="spaeter",
    date=PartialDate(year=2024, month=6),
    participants=tuple(
        dataclasses.replace(p, roles=(Text(de="früherer Verkehrsminister", en="former transport minister"),))
        for p in BRIEFING.participants
        if p.id == "jonas-wendrich"
    ),
    statements=(
        claim("s-neu", None, said(A, "Der sächsische Verkehrsminister Jonas Wendrich und die polnische", "Reported")),
    ),
)


def test_a_person_is_followed_over_the_briefings() -> None:
    people = {person.id: person for person in index.people((LATER, BRIEFING))}
    wendrich = people["jonas-wendrich"]
    assert [appearance.briefing.id for appearance in wendrich.appearances] == ["spaeter", "neissebruecke"]
    assert [role.de for role, _ in wendrich.roles] == ["früherer Verkehrsminister", "sächsischer Verkehrsminister"]
    assert [claim.id for claim in wendrich.appearances[0].about] == ["s-neu"]
    assert [claim.id for claim in wendrich.appearances[1].said] == ["s-arbeiten-beginnen", "s-kosten", "s-pruefer"]
    assert people["ewa-malinska"].aliases == ("Malińska",)


def test_groups_and_people_merely_mentioned_get_no_page() -> None:
    assert [person.id for person in index.people((BRIEFING,))] == ["ewa-malinska", "jonas-wendrich", "petra-sohl"]


def test_a_place_lists_where_it_is_the_scene() -> None:
    sites = {site.place.id: site for site in index.sites((LATER, BRIEFING))}
    assert [briefing.id for briefing in sites["rathaus-goerlitz"].scene_of] == ["spaeter", "neissebruecke"]
    assert [place.id for place in sites["rathaus-goerlitz"].around] == ["goerlitz", "sachsen"]
    assert sites["dresden"].scene_of == ()
    assert at(A, "Görlitz") in sites["goerlitz"].place.references
