"""Addresses, file names and handles stand as they are."""

from __future__ import annotations

import re

from generator.translate.pair import Check, Complaint, Pair, complaint

ADDRESS = re.compile(r"[@#]?\w[\w-]*(?:\.[\w-]+)*\.[a-z]{2,6}(?:/\S*\w)?\b|(?<!\w)[@#]\w{2,}")


def find(pair: Pair) -> Complaint | None:
    given = (address for address in ADDRESS.findall(pair.source.text) if not address[0].isdigit())
    return complaint([f"{address} is missing" for address in given if address.lower() not in pair.target.lower()])


CHECK = Check(name="addresses", severity="error", find=find)
