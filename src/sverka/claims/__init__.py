"""The claims language: what analysts write, made into assertions, with every mistake placed and explained."""

from sverka.claims.load import load_claims, load_texts, parse_claims

__all__ = ["load_claims", "load_texts", "parse_claims"]
