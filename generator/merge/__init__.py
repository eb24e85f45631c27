"""Analyses -> Briefings."""

from __future__ import annotations
