from generator.model import Place, PlaceKind, Text
from generator.render.locator import HEIGHT, WIDTH, locate


def place(id: str, latitude: float | None, longitude: float | None, kind: PlaceKind = "city", **more: object) -> Place:
    return Place(id=id, name=Text(de=id, en=id), kind=kind, latitude=latitude, longitude=longitude, **more)  # type: ignore[arg-type]


def test_the_scene_is_in_the_middle_and_the_compass_is_right() -> None:
    found = locate((place("hier", 51.0, 14.0, scene=True), place("nord", 54.0, 14.0), place("west", 51.0, 9.0)))
    assert found
    scene, west, north = sorted(found.marks, key=lambda mark: (not mark.scene, mark.x))
    assert (scene.x, scene.y) == (WIDTH / 2, HEIGHT / 2)
    assert west.x < scene.x and abs(west.y - scene.y) < 1
    assert north.y < scene.y and abs(north.x - scene.x) < 1
    assert found.land.startswith("M") and found.land.endswith("Z")


def test_a_scene_without_position_lies_in_what_is_around_it() -> None:
    hall = place("halle", None, None, "venue", within=("stadt", "land"), scene=True)
    found = locate((hall, place("stadt", 48.0, 11.0), place("land", 51.0, 10.0, "country")))
    assert found
    assert [mark.place.id for mark in found.marks] == ["stadt"]


def test_no_map_where_only_the_country_is_known() -> None:
    assert locate((place("land", 51.0, 10.0, "country", scene=True),)) is None
    assert locate((place("stadt", 48.0, 11.0),)) is None
    assert locate(()) is None


def test_the_map_goes_on_beyond_the_date_line() -> None:
    found = locate((place("hier", 64.0, 178.0, scene=True), place("dort", 64.0, -170.0)))
    assert found
    assert [mark.place.id for mark in found.marks] == ["hier", "dort"]
    assert found.marks[1].x > found.marks[0].x
    assert "L" in found.land
