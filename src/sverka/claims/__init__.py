"""The claims language: what analysts write, made into assertions, with every mistake placed and explained."""

from sverka.claims.load import load_claims, parse_claims

__all__ = ["load_claims", "parse_claims"]
