"""Lagebild: German news articles in, a bilingual briefing site out."""
